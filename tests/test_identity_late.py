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
        "Kemi Dunn, 21, took seven for 39 in his first match. Four were bowled. He left the field shyly.\n\n“I didn’t know what to do,” he said.\n\n"
        "The ball had been changed by Gareth Holm.",
        ["Kemi Dunn"],
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


@pytest.mark.parametrize(("text", "names"), [*RELATIVES, *BODIES, *NAMES, *TOLD_OF])
def test_speakers_that_papers_name_in_passing(text: str, names: list[str]) -> None:
    assert speakers(text) == names
