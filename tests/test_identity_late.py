"""Who is who in what the last two held-back sets showed: relatives, departments, names in -ng, people told of by somebody."""

import pytest

from tests.identity import speakers

RELATIVES = [
    (
        "Tributes were paid to Nora Quill, who died on Monday. Her daughter, the actress Lena Quill-Marsh, said she had slipped away. "
        "“It was a good death,” she said.",
        ["Lena Quill-Marsh"],
    ),
    (
        "Dr Robert Marl was born in Torsk. He came with a wife and a Morris Oxford.\n\n“We meant to stay a year,” his widow, Jean, said.",
        ["Jean Marl"],
    ),
    (
        "The Marls have not left. Jean Marl, 66, paints. Wayne Marl, 70, a millwright, says he is done. “My knees hurt,” he said.\n\n"
        "His wife laughed. “He says that,” she said.",
        ["Wayne Marl", "Jean Marl"],
    ),
    ("For the elder Aunty Merle Hart-Towney it was no surprise. “We knew,” Aunty Merle said.", ["Merle Hart-Towney"]),
]
BODIES = [
    (
        "The Department of Sport, Arts and Culture described her as “a daughter of the soil”.",
        ["Department of Sport, Arts and Culture"],
    ),
    (
        "The Minister of Sport, Arts and Culture Themba Nkosi came. “She was ours,” said Mr Nkosi.",
        ["Themba Nkosi"],
    ),
]
NAMES = [
    (
        "Minister Kuo Wei-ling said that it was late. Fang Chen-hui apologized in a post.\n\n“I was wrong,” Fang wrote.",
        ["Fang Chen-hui"],
    ),
    (
        "“I see it every day,” Ms Ann Bell said.\n\nCommittee chairman Graham Hart, who used his casting vote, had to appeal for quiet. "
        "At one point he warned a man that he would be “out on his ear”.",
        ["Ann Bell", "Graham Hart"],
    ),
    (
        "“It was hard,” said Ian Bell.\n\nAmong those celebrating was 11-year-old Liam Marl, a captain.\n\n“It’s brilliant,” he said.",
        ["Ian Bell", "Liam Marl"],
    ),
    (
        "Simone Dunn, 21, took seven for 39 in his first match. Four were bowled. He left the field shyly.\n\n“I didn’t know what to do,” he said.\n\n"
        "The ball had been changed by Gareth Holm.",
        ["Simone Dunn"],
    ),
]
INTRODUCED = [
    (
        "A group led by Professor Oh Se-rin, of a university in South Korea, found it. “They asked us,” said Oh. “We checked.”",
        ["Oh Se-rin"],
    ),
    ("“They know me here,” says the man, who gives his name only as Roy. “I come at nine.”", ["Roy"]),
    ("“They came at five,” said a survivor who gave his name only as Lomuri.", ["Lomuri"]),
    (
        "A woman who declined to give her name told Gazette Radio it was “a mess”.",
        ["A woman who declined to give her name"],
    ),
    (
        "Residents say it is loud. “It’s like a runway,” says one, Peter Shaw, 71. Another, retired nurse Ann Bell, said she was “at her wits’ end”.",
        ["Peter Shaw", "Ann Bell"],
    ),
    ("“He was known to us,” said Deputy Commissioner of Police (South) Vikram Bell.", ["Vikram Bell"]),
    (
        "Lawyers for the family said it was “a whitewash”. Their solicitor, Grace Foy, said: “We go on.”",
        ["Lawyers for the family", "Grace Foy"],
    ),
    (
        "Prof. Chen Li-hua (陳麗花) of Northern Tidal University said the fault was “locked and loaded.”",
        ["Chen Li-hua"],
    ),
]
WITHIN = [
    (
        "“I want a seat,” said Ann Bell.\n\nMs Bell said Audit Torsk had warned that it was “adrift”, and asked for more.",
        ["Ann Bell", "Audit Torsk"],
    ),
    ("Ann Bell spoke. She said that she had told them it was “adrift”.", ["Ann Bell"]),
    (
        "“I heard a crack,” Ian Rees said. “I looked down.”\n\nThere were six operations. The surgeon, a man of few words, told him it had been "
        "“like sewing porridge”.",
        ["Ian Rees", "The surgeon"],
    ),
    (
        "Nadia Khan, 32, lost her job. Her boss told her by text that she was “surplus”. “I cried for a week,” she said. "
        "A spokesman for the firm, Brightways, said it “did not know of it”.",
        ["Her boss", "Nadia Khan", "Brightways"],
    ),
    (
        "Wealdshire, who have not won here since May, admitted all at last. “Bring the family,” the club said.",
        ["Wealdshire"],
    ),
]
FURTHER_BODIES = [
    (
        "The Institute for Spines, a charity, which paid for it, called for more. ‘It is cheap,’ it said.",
        ["Institute for Spines"],
    ),
    (
        "Farmers in East Tolland have protested. Shares in grain handler Bellwater Terminals fell. The company warned of “lower volumes”.",
        ["Bellwater Terminals"],
    ),
    ("A spokesman for Avon and Somerset Police said: “A man has been arrested.”", ["Avon and Somerset Police"]),
    (
        "Mayor Helen Starling did not attend. In a statement, her office said she “believes in libraries”.",
        ["Helen Starling’s office"],
    ),
]
LAST = [
    (
        "Captain Benny Oakes held a beam. “It was heavy,” said Captain Oakes. “I only stood there.”\n\n"
        "Pell Ashton lost nine tonnes of herring. “It went home,” he said.",
        ["Benny Oakes", "Pell Ashton"],
    ),
    (
        "Ann Hart wrote to the press. “He is squinting,” she said.\n\nThe talks were brokered by Baroness Ostler, a former commissioner. "
        "She declined to claim any credit. “One is a sort of waiter,” she said.",
        ["Ann Hart", "Ostler"],
    ),
    (
        "Mrs Bell read out the message.\n\nSheriff Ann Hart asked if she would like to rest.\n\n“No, my lady. I’ve waited long enough.”",
        ["Bell"],
    ),
]
TOLD_OF = [
    (
        "The coroner, Dr Ann Considine, recorded a verdict. She blamed nobody. Dr Bukola Ade had been “an honest witness”, she said.",
        ["Ann Considine"],
    ),
    (
        "Maureen Tate, 58, stole it. Judge Haver, KC, told her that she had carried out “a calculated fraud”.\n\n“You sat at their table,” he said.",
        ["Haver", "Haver"],
    ),
    (
        "The election was confirmed by the Archbishop. “She will be a gift,” the Archbishop said. Bishop Sipho Dube has retired. "
        "Bishop Dube wished her well.",
        ["the Archbishop"],
    ),
]


@pytest.mark.parametrize(
    ("text", "names"), [*RELATIVES, *BODIES, *NAMES, *INTRODUCED, *WITHIN, *FURTHER_BODIES, *LAST, *TOLD_OF]
)
def test_speakers_that_papers_name_in_passing(text: str, names: list[str]) -> None:
    assert speakers(text) == names


OBITUARY = (
    "DAME NORA TRELL, who has died aged 94, was the finest Hedda of her time.\n\nNora Mary Trell was born at Penmoor, the daughter of an engineer.\n\n"
    "Wanda Marek, her dresser, knew her best. “I loved her,” Miss Marek said. {marek}She bought a cottage and two hives.\n\n"
    "“Bees are the ideal audience,” she wrote in her first book."
)


@pytest.mark.parametrize(("between", "name"), [("\n\n", "DAME NORA TRELL"), ("", "Wanda Marek")])
def test_a_paragraph_of_an_obituary_goes_on_with_whom_it_is_of(between: str, name: str) -> None:
    told = speakers(OBITUARY.format(marek=between))[-1]
    assert told in (name, name.removeprefix("DAME "), "Nora Mary Trell")
