"""Who is who: invented passages, each with the sources of its quotations in order."""

import random

import pytest

from articles.text.attributions import Attribution
from articles.text.document import Kind, SourceKind
from articles.text.extraction import extract
from articles.text.identity import who_is_who
from articles.text.reading import read
from tests.identity import speakers

SURNAMES = {
    "a surname alone is the full name given before": (
        "Marianne Oduya runs the harbour café. “We open at five,” Oduya said.",
        ["Marianne Oduya"],
    ),
    "an honorific goes before the surname": (
        "Derek Falk retired in May. “I miss the boats,” Mr Falk said.",
        ["Derek Falk"],
    ),
    "a knight is called by his given name": (
        "Sir Gerald Ashby chaired the inquiry. “Nobody listened,” Sir Gerald said.",
        ["Gerald Ashby"],
    ),
    "the full name may come later than the surname": (
        "“It was too close,” Petrov said after the match. Anton Petrov, 31, has lost four finals.",
        ["Anton Petrov"],
    ),
    "letters after a name are no part of it": (
        "Harriet Coyle QC, for the defence, said: “There is no evidence of that.” Ms Coyle added: “There never was.”",
        ["Harriet Coyle", "Harriet Coyle"],
    ),
    "MP after a name is no part of it": (
        "Local MP Tessa Brandreth said: “The bridge is a disgrace.” Robin Styles MP said: “I agree with Tessa.”",
        ["Tessa Brandreth", "Robin Styles"],
    ),
    "a professor is found by surname": (
        "Prof Anil Desouza led the study. “The fish have gone,” Prof Desouza said.",
        ["Anil Desouza"],
    ),
    "an inspector is found by surname": (
        "Detective Inspector Lorna Pike said: “We are looking for a blue van.” DI Pike said the driver was hurt.",
        ["Lorna Pike"],
    ),
    "O' belongs to the name": (
        "Maeve O’Dwyer owns the mill. “The river decides,” O’Dwyer said.",
        ["Maeve O’Dwyer"],
    ),
    "van der belongs to the name": (
        "Pieter van der Walt farms near Ermelo. “We need rain,” Van der Walt said.",
        ["Pieter van der Walt"],
    ),
    "Mac belongs to the name": (
        "Fergus MacAskill skippers the ferry. “She is a good boat,” said MacAskill.",
        ["Fergus MacAskill"],
    ),
    "al- belongs to the name and may be missing": (
        "Hassan al-Rawi teaches in Basra. “The roof leaks,” al-Rawi said. “It always did,” Rawi added.",
        ["Hassan al-Rawi", "Hassan al-Rawi"],
    ),
    "de la belongs to the name": (
        "Ines de la Cueva runs the school. “We have no heating,” de la Cueva said.",
        ["Ines de la Cueva"],
    ),
    "a hyphen holds a name together": (
        "Polly Grant-Hughes swam first. “It was freezing,” Grant-Hughes said.",
        ["Polly Grant-Hughes"],
    ),
    "a Korean surname comes first": (
        "Han Seung-ho grows pears near Naju. “The bees did not come,” Han said.",
        ["Han Seung-ho"],
    ),
    "two people whose surname comes first keep apart": (
        "Jo Mi-rae and Jo Sang-hun share a stall. “He is always late,” said Jo Mi-rae.",
        ["Jo Mi-rae"],
    ),
    "a Chinese surname comes first": (
        "Zhou Meiling repairs violins in Tainan. “Wood remembers,” Zhou said.",
        ["Zhou Meiling"],
    ),
    "the first of two Spanish surnames is enough": (
        "Ramiro Quintana Lobos keeps bees. “They are angry,” Quintana said.",
        ["Ramiro Quintana Lobos"],
    ),
    "both Spanish surnames are enough": (
        "Ramiro Quintana Lobos keeps bees. “They are angry,” Quintana Lobos said.",
        ["Ramiro Quintana Lobos"],
    ),
    "an accent may be missing": (
        "Zoë Brontzé paints gates. “I like green,” Brontze said.",
        ["Zoë Brontzé"],
    ),
    "a middle initial is one name with the one without": (
        "Walter J. Prine sold the farm. “It was time,” said Walter Prine.",
        ["Walter J. Prine"],
    ),
    "Jr. tells a son from his father": (
        "Leroy Banks founded the shop. Leroy Banks Jr. closed it. “Dad would have cried,” Leroy Banks Jr. said.",
        ["Leroy Banks Jr."],
    ),
    "a name that is a title as well": (
        "Charlie King coached the under-12s. “They never stop running,” Mr. King said.",
        ["Charlie King"],
    ),
    "a name that is a country as well": (
        "Beth Jordan teaches chemistry. “Nothing exploded,” Jordan said.",
        ["Beth Jordan"],
    ),
    "a name that is a people as well": (
        "Mark German sells boats. “Trade is slow,” German said.",
        ["Mark German"],
    ),
    "a name printed only in quotation marks before": (
        "“My neighbour Olga Trent saw it,” said Dan Moss. “It was green,” Trent said.",
        ["Dan Moss", "Olga Trent"],
    ),
}
NICKNAMES = {
    "a nickname in marks is no part of the name": (
        'John "Tig" Bellamy ran the gym. "Nobody quits," Bellamy said.',
        ["John Bellamy"],
    ),
}
FAMILIES = {
    "an honorific tells a husband from his wife": (
        "John Fenn and his wife, Carol Fenn, lost the house. “We had ten minutes,” Mr Fenn said. “I took the dog,” Mrs Fenn said.",
        ["John Fenn", "Carol Fenn"],
    ),
    "his wife with her given name only": (
        "Tom Hadley was fishing. His wife, Susan, said: “I heard a crack.”",
        ["Susan Hadley"],
    ),
    "relatives by given name": (
        "Brothers Liam Doyle and Sean Doyle row together. “He never steers,” Liam said. “He never rows,” Sean said.",
        ["Liam Doyle", "Sean Doyle"],
    ),
    "the surname means the one last named in full": (
        "Peter Marsh bought the pub. Years later Ellen Marsh sold it. “I had no choice,” Marsh said.",
        ["Ellen Marsh"],
    ),
    "her mother is the one introduced as such": (
        "Katie Bloom, 9, was found safe. Her mother, Diane Bloom, wept. “I never gave up,” she said. Her mother said: “Thank you all.”",
        ["Diane Bloom", "Diane Bloom"],
    ),
}
PRONOUNS = {
    "he is the man among two": (
        "Rosa Lind met Karl Voss at the gate. “She was early,” he said.",
        ["Karl Voss"],
    ),
    "she is the woman among two": (
        "Rosa Lind met Karl Voss at the gate. “He was late,” she said.",
        ["Rosa Lind"],
    ),
    "the speaker goes on speaking": (
        "“The tide turned,” said Owen Pritchard, who saw Bill Haines fall. “There was no time,” he said.",
        ["Owen Pritchard", "Owen Pritchard"],
    ),
    "the subject is meant before the object": (
        "Brian Cope replaced Ian Field as manager in March. “I did not expect the call,” he said.",
        ["Brian Cope"],
    ),
    "a possessor is not meant before the subject": (
        "Adam Kerr took over Paul Reed's bakery. “The ovens are old,” he said.",
        ["Adam Kerr"],
    ),
    "the first sentence may begin with a pronoun": (
        "When she opened the letter, Gwen Tarrant laughed. “I thought it was a joke,” she said.",
        ["Gwen Tarrant"],
    ),
    "a role tells the gender": (
        "Chairwoman Ariki Tamou met Noor Sabel, a fisherman. “I will sign it,” she said.",
        ["Ariki Tamou"],
    ),
    "a relative clause tells the gender": (
        "Kiri Paewai, whose husband drowned in 2009, still sails. “I talk to him,” she said.",
        ["Kiri Paewai"],
    ),
    "who is its head": (
        "The ferry was late, said Moira Keane, who called it “a floating shed”.",
        ["Moira Keane"],
    ),
}
DESCRIPTIONS = {
    "the senator": (
        "Senator Ruth Calloway met the miners. “I will be back,” the senator said.",
        ["Ruth Calloway"],
    ),
    "a trade from the apposition": (
        "Josip Barić, a defender with nine caps, limped off. “It is only a knock,” the defender said.",
        ["Josip Barić"],
    ),
    "an age from the apposition": (
        "Alfie Munn, 34, climbed alone. “It was quiet,” the 34-year-old said.",
        ["Alfie Munn"],
    ),
    "an age before the name": (
        "The 19-year-old won in straight sets. Lena Horvat, 19, beat Ona Puig. “I was calm,” the 19-year-old said.",
        ["Lena Horvat"],
    ),
    "a prosecutor": (
        "Opening the case, prosecutor Miles Renshaw said the money was gone. “It was greed,” the prosecutor said.",
        ["Miles Renshaw"],
    ),
    "the prime minister": (
        "Prime Minister Sela Maka flew home. “The talks failed,” the prime minister said.",
        ["Sela Maka"],
    ),
    "the capital Prime Minister": (
        "Sela Maka, the Prime Minister, flew home. “The talks failed,” the Prime Minister said.",
        ["Sela Maka"],
    ),
    "a synonym of the trade": (
        "Attorney Paul Sanz spoke outside. “My client is innocent,” the lawyer said.",
        ["Paul Sanz"],
    ),
    "the king is known by his office": (
        "King Osric toured the flooded town. “You have been brave,” the King said.",
        ["King Osric"],
    ),
    "the pope is known by his office": (
        "Pope Lucian spoke from the balcony. “Peace is work,” the pope said.",
        ["Pope Lucian"],
    ),
}
APPOSITIONS = {
    "a role before the name": (
        "“We are sorry,” a spokeswoman for Northline Trains, Jennifer Yarrow, said.",
        ["Jennifer Yarrow"],
    ),
    "the firm's chief executive": (
        "Northline’s chief executive, Ann Bellamy, said: “We are sorry.”",
        ["Ann Bellamy"],
    ),
    "the name before its role": (
        "Ann Bellamy, chief executive of Northline, said: “We are sorry.”",
        ["Ann Bellamy"],
    ),
    "said, the role, and the name": (
        "“We are sorry,” said the company’s spokesman, Neil Purvis.",
        ["Neil Purvis"],
    ),
    "an honorific and a role": (
        "Council leader Cllr Bob Nairn said: “Bins will be emptied.” Cllr Nairn said: “Soon.”",
        ["Bob Nairn", "Bob Nairn"],
    ),
    "a title with of": (
        "Minister of Fisheries Hohepa Rangi said: “The quota stands.”",
        ["Hohepa Rangi"],
    ),
}
ORGANISATIONS = {
    "an acronym in brackets": (
        "The Coastal Erosion Council (CEC) met on Friday. “Cliffs move,” the CEC said.",
        ["Coastal Erosion Council"],
    ),
    "the company": (
        "Brightwell Foods plc recalled its pies. “Safety comes first,” the company said in a statement.",
        ["Brightwell Foods plc"],
    ),
    "the council": (
        "Marlow District Council closed the pool. “The roof is unsafe,” the council said.",
        ["Marlow District Council"],
    ),
    "a country stands for its government": (
        "Norway recalled its envoy. Norway called the raid “a grave mistake”.",
        ["Norway"],
    ),
    "a report speaks for who made it": (
        "A report by the Institute for Rural Housing called the cottages “barely fit for goats”.",
        ["Institute for Rural Housing"],
    ),
    "it is the organisation": (
        "The Ministry of Works denied the claim. “No bridge has fallen,” it said.",
        ["Ministry of Works"],
    ),
}
UNNAMED = {
    "a person familiar with the talks": (
        "“Nobody trusts anybody,” said one person familiar with the discussions.",
        ["one person familiar with the discussions"],
    ),
    "the official of before": (
        "“It leaks,” a senior harbour official said. “It always leaked,” the official said.",
        ["a senior harbour official", "a senior harbour official"],
    ),
    "a spokesman for somebody": (
        "“We do not comment,” said a spokesman for the governor.",
        ["a spokesman for the governor"],
    ),
}
DISTRACTIONS = {
    "the dateline is nobody": (
        "SYDNEY, March 3 (Wire) — Olive Tran swam home. “I was tired,” she said.",
        ["Olive Tran"],
    ),
    "a dateline that is a given name": (
        "PERTH — “I was tired,” Victoria Tran said.",
        ["Victoria Tran"],
    ),
}
ALL = {
    **NICKNAMES,
    **SURNAMES,
    **FAMILIES,
    **PRONOUNS,
    **DESCRIPTIONS,
    **APPOSITIONS,
    **ORGANISATIONS,
    **UNNAMED,
    **DISTRACTIONS,
}


def described(text):
    """The one source of a text that is quoted."""
    return extract(text).sources[0]


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL.keys())
def test_source_of_each_quotation(text, expected):
    assert speakers(text) == expected


def test_role_is_what_stands_beside_the_name():
    source = described("“It leaks,” said Ines Falla, a roofer from Bute. “It always did.”")
    assert [role.text for role in source.roles] == ["a roofer from Bute"]
    assert source.kind is SourceKind.PERSON


def test_role_before_the_name_has_its_place_in_the_text():
    text = "Bute mayor Ines Falla said: “It leaks.”"
    (role,) = described(text).roles
    assert role.span.of(text) == role.text == "Bute mayor"


def test_anonymity_is_a_note_of_the_unnamed_source():
    text = "“It leaks,” said a council official, who spoke on condition of anonymity because the roof is new."
    source = described(text)
    assert source.kind is SourceKind.UNNAMED
    assert source.note == "who spoke on condition of anonymity because the roof is new"


def test_printed_forms_come_longest_first():
    source = described("Ines Falla came. Falla saw. “It leaks,” Ms Falla said.")
    assert source.names == ("Ines Falla", "Falla")


def test_mentions_hold_names_and_pronouns_in_order():
    text = "Ines Falla came. “It leaks,” she said."
    assert [span.of(text) for span in described(text).mentions] == ["Ines Falla", "she"]


def test_a_hundred_thousand_names_end_in_linear_time():
    names = " ".join(
        f"Ann{chr(97 + n % 26)} Bell{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)} said “no”." for n in range(4_000)
    )
    assert extract(names).sources


@pytest.mark.parametrize(
    "speaker", ["a spokeswoman", "the agent", "one official", "his lawyer", "a woman who asked not to be named"]
)
@pytest.mark.parametrize("thing", ["her campaign", "his company", "their union", "her sister"])
def test_what_belongs_to_an_unnamed_speaker_is_unnamed_too(speaker, thing):
    said = f"“We lost the race by a mile,” {speaker} said. “We won it all,” {thing} said."
    assert len(extract(said).quotes) == 2


def test_no_order_of_words_is_too_odd():
    """Every mention of shuffled words is resolved or left, and each source has a name."""
    words = [
        "(",
        ")",
        ",",
        ".",
        "“",
        "”",
        "’s",
        "of",
        "and",
        "the",
        "The",
        "who",
        "his",
        "wife",
        "her",
        "report",
        "company",
        "MP",
        "QC",
        "Jr.",
        "King",
        "Pope",
        "Mr",
        "Mrs",
        "said",
        "D-N.Y.",
        "O’",
        "Mac",
        "an",
        "Ó",
        "Ann",
        "Bell",
        "they",
        "it",
        "34-year-old",
    ]
    dice = random.Random(3)
    for _ in range(60):
        reading = read(" ".join(dice.choice(words) for _ in range(40)))
        attributions = [
            Attribution((mention.span,), Kind.INDIRECT, None, mention)
            for sentence in reading.sentences
            for mention in sentence.mentions
        ]
        sources, given = who_is_who(reading, attributions)
        assert len(given) == len(attributions)
        assert all(source.name for source in sources)
