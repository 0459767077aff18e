"""Who is who in passages that mislead: words passed on, damaged accents, names that phrases lead on to."""

import pytest

from articles.text.extraction import extract
from articles.text.identity.mending import mended
from tests.identity import speakers

PASSED_ON = [
    (
        "Mayor Tess Orlow toured the depot. “The pumps are rotten,” Orlow said, according to Reuters.",
        ["Tess Orlow"],
    ),
    (
        "Mayor Tess Orlow toured the depot. “The pumps are rotten,” Orlow told the staff, according to a transcript.",
        ["Tess Orlow"],
    ),
    (
        "Tess Orlow made clear that she was leaving, saying that the pumps were “rotten”, according to the Harwick Times.",
        ["Tess Orlow"],
    ),
    (
        "Owen Farrant was asked about the pumps. Farrant said: “They are rotten,” the Harwick Times reported.",
        ["Owen Farrant"],
    ),
    (
        "“They knew for a year,” the Harwick Times reported, quoting a former engineer.",
        ["a former engineer"],
    ),
    ("The fleet is “beyond repair”, according to the Harwick Times.", ["Harwick Times"]),
    ("The fleet is “beyond repair”, according to Owen Farrant.", ["Owen Farrant"]),
]

LED_ON = [
    ("“We are sorry,” said Moorland party boss Derek Falk. Falk, 61, resigned.", ["Derek Falk"]),
    ("“We had to,” said Budget ranking Democrat Ingrid Solloway.", ["Ingrid Solloway"]),
    (
        "Governor Milo Hart said: “We go on.” Transcript as follows:\n\n“Tonight we came to the river, and the river was high.”",
        ["Milo Hart", "Milo Hart"],
    ),
    ("“Welcome, all of you,” said master of ceremonies Idris Al-Qasem, an engineer.", ["Idris Al-Qasem"]),
    ("Ruth Dray, QC, for Mrs Pell, had told the court that her client was “not greedy”.", ["Ruth Dray"]),
    ("“It was a long night,” said Oversight ranking member Ingrid Solloway.", ["Ingrid Solloway"]),
]

BROUGHT_IN = [
    (
        "Councillor Ewan Brill opened the fair.\n\nA boy of nine had climbed the mast. “It’s not high,” he said.",
        ["A boy of nine"],
    ),
    ("A man who gave his name only as Baz was hurt. “It was only glass,” he said.", ["Baz"]),
    (
        "The Bishop of Dunmere, whose house is heated with oil, appealed for calm. “There is room for us all,” said the bishop.",
        ["The Bishop of Dunmere"],
    ),
    (
        "A night nurse told an inquest that she had “begged” for help. Nurse Orla Tynan, 41, had been on her own.",
        ["Orla Tynan"],
    ),
    (
        "The bees were fine, according to a study.\n\n“We are not saying that they are sad,” said the scientist who tested them.\n\n"
        "Dr Matthijs van Eck, of Cranbourne, added that the effect was “large”.",
        ["Matthijs van Eck", "Matthijs van Eck"],
    ),
    (
        "The laird himself, Sir Angus Farquhar, did not come. But in a letter read by his factor, Rupert Lyle, he wished them “luck”.",
        ["Angus Farquhar"],
    ),
    (
        "Bea Marsh of the Echo asked Councillor Dora Finch whether she would resign.\n\n“I would not dream of it,” she said.",
        ["Dora Finch"],
    ),
    (
        "“I repeated it,” said Lena Vogt, who ran the trials. The somebody else was Prof Perdita Osei, of the rival group. She was sceptical. “It was the smoke,” she said.",
        ["Lena Vogt", "Perdita Osei"],
    ),
]

KIN = [
    ("Thomas ‘Tig’ Oxby is chairman of the club. ‘I had my tea there,’ he insists.", ["Thomas Oxby"]),
    (
        "Rudi Pohl tuned it. His wife, Jana, a teacher, said the note was wrong. “He wanted a B flat,” Mrs Pohl said. “She was right,” her husband said.",
        ["Jana Pohl", "Rudi Pohl"],
    ),
    (
        "Ceri Parry was blunt. The Parrys’ son Twm, 24, moved the stone. “Dad has not spoken to me,” he said.",
        ["Twm Parry"],
    ),
    (
        "Kelly Dodd, 31, held the baby, Alf Dodd. Her father-in-law Jim, 61, was first there. “You could hear it,” said Mr Dodd.",
        ["Jim Dodd"],
    ),
]

TITLED = [
    (
        "The Taoiseach, who had come in late, did not look up. He said: ‘That is a full train every month.’",
        ["The Taoiseach"],
    ),
    (
        "The Commissioner, a retired judge, overruled him. ‘He must have done something,’ he said.",
        ["The Commissioner"],
    ),
    (
        "Leader of the Opposition Lalit Chaudhari-Rao shouted. ‘Who was it that took the bell?’ he demanded.",
        ["Lalit Chaudhari-Rao"],
    ),
    (
        "Mr Mac Giolla Rua, who is one of the three, said that it was ‘a low blow’. Cathal Mac Giolla Rua sits for Dunmere.",
        ["Cathal Mac Giolla Rua"],
    ),
    (
        "Ann Tolland said the gains were small. It is an issue in the campaign, with Rosa Quint — who wants higher taxes — against it.\n\n"
        "“It is a plan for the rich,” she said in the debate.",
        ["Rosa Quint"],
    ),
    (
        "Transcript:\n\n“ŁĘCKA: Will you be there tomorrow night?”\n\n“ORLOW: I will not be there tomorrow night.”\n\nZofia Łęcka asked Tess Orlow.",
        ["Zofia Łęcka", "Tess Orlow"],
    ),
    ("Adv Nomsa Khanyile rose. “And the second payment?” asked Khanyile.", ["Nomsa Khanyile"]),
    ("Revenue Minister Thiru P. Rajan spoke. “I have eaten there,” Mr Rajan said.", ["P. Rajan"]),
    ("Madam Lim Mei Choo, 74, was there. “I fanned him,” Madam Lim said.", ["Lim Mei Choo"]),
    ("Elder Aunty Noreen Ewart sat by the weir. “The river has had enough,” Ewart said.", ["Noreen Ewart"]),
    ("Guwahati trader Abdul Hannan Sheikh left. “It was good,” Sheikh said.", ["Abdul Hannan Sheikh"]),
    ("Juma wa Kamau counted the trees. “There are nine,” Kamau said.", ["Juma wa Kamau"]),
    ("Professor Lin Yu-ting wrote from Taichung. “The court tasted it,” she wrote.", ["Lin Yu-ting"]),
]

DAMAGED = [
    ("TomÃ¡s Aldecoa runs the inn. “We open at five,” Mr Aldecoa said.", ["Tomás Aldecoa"]),
    ("FranA\u0303\x83A\u0302§oise Lelong runs the inn. “We open at five,” Lelong said.", ["Françoise Lelong"]),
    ("“We open at five,” said Pablo de JesA\u0303\x83A\u0302os, the landlord.", ["Pablo de Jesús"]),
]

SPELLINGS = [
    (
        "Petra van 't Hoff farms in Zeeland. “The dyke held,” van 't Hoff said.",
        ["Petra van 't Hoff"],
    ),
    ("Sione 'Amato Vake drives the bus. “I wait for everybody,” Vake said.", ["Sione 'Amato Vake"]),
    (
        "A notice on the website SheepFinder.com said the sale was off. “Nobody asked us,” the company said.",
        ["SheepFinder.com"],
    ),
    (
        "The pier is shut, Alva Blint said. Blint blames the sea. “It never sleeps,” Blint told us.",
        ["Alva Blint"],
    ),
    (
        "Supreme Court Justice Nora Feld resigned. “Justice Feld is right,” said the mayor, Ola Brent. “I am,” Feld said.",
        ["Ola Brent", "Nora Feld"],
    ),
]


GOING_BY = [
    (
        "Honora Pell, who has died aged 91, kept bees. “They do not clap,” she wrote. Honora Jane Pell was born at Lower Brath in 1931. “I was bored,” Pell said.",
        ["Honora Pell", "Honora Pell"],
    ),
    (
        "Det Con Alan Thrupp, the officer in the case, asked the elder brother. “I observed the boat,” the officer had written.",
        ["Alan Thrupp"],
    ),
    (
        "The vote was lost. Afterwards Sid Arkle, 79, was less jovial. “It will be like living in a tin,” he said.",
        ["Sid Arkle"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PASSED_ON, *LED_ON, *BROUGHT_IN, *KIN, *TITLED, *DAMAGED, *SPELLINGS, *GOING_BY]
)
def test_sources_of_passages_that_mislead(text, expected):
    assert speakers(text) == expected


def test_a_paper_that_only_passes_words_on_is_no_mention_of_their_source():
    text = "Mayor Tess Orlow toured the depot. “The pumps are rotten,” Orlow said, according to Reuters."
    [source] = extract(text).sources
    assert [text[start:end] for start, end in source.mentions] == ["Tess Orlow", "Orlow"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("TomÃ¡s", "Tomás"),
        ("GA\u03031⁄4lnur", "Gülnur"),
        ("RaÃol M.", "Raúl M."),
        ("São João", "São João"),
        ("JOÃO", "JOÃO"),
        ("Ângela Âo", "Ângela Âo"),
    ],
)
def test_accents_come_back_only_where_they_were_damaged(printed, meant):
    assert mended(printed) == meant
