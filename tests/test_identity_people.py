"""Who is who among people of whom little is told: offices without a name, unusual given names, relatives, benches of judges."""

import pytest

from articles.text.tokens import tokenize
from tests.identity import speakers

BENCHES = [
    (
        "A Bench of Justices S. R. Venkat and Firdaus Mistry heard the plea. “Did the ants not care for brass?” Justice Mistry asked.",
        ["Firdaus Mistry"],
    ),
    (
        "A Bench comprising Justices Rekha Pillai and Amit Sarin rose at noon. Justice Sarin added: “Go home.”",
        ["Amit Sarin"],
    ),
]
OFFICES = [
    ("The Premier declined to say whether she would go. “There’s a process,” she said.", ["The Premier"]),
    ("The Prime Minister was asked about the leak. “I have nothing to add,” she said.", ["The Prime Minister"]),
    (
        "Iris Farrow, a retired postmistress, sat in the gallery with her son. The Minister, looking up at her, called it “a lapse”.",
        ["The Minister"],
    ),
]
NAMELESS = [
    (
        "A wild-food forager on the island, who feared for her trade, said she had lost £300. “They talk to us like fools,” she said.",
        ["A wild-food forager on the island"],
    ),
    (
        "‘She’ll empty the few pews we’ve left,’ said one retired minister, who asked not to be named. ‘It is sad,’ he said.",
        ["one retired minister", "one retired minister"],
    ),
]
UNUSUAL = [
    (
        "Gurinder Cole, a hydrologist who lives on the hill, told a meeting the pumps were too small. “It’s a bath,” she said.",
        ["Gurinder Cole"],
    ),
    (
        "Larkin Stannard, who was her registrar, minded a great deal. He speaks of it with grief. “She’d have operated on the bus,” he says.",
        ["Larkin Stannard"],
    ),
    (
        "Timothy Bell, a nurse, left early. “I wanted to go home,” she said.",  # a name that misleads
        ["Timothy Bell"],
    ),
    (
        "Pa'amalo Tuivale, principal of Waikari High, said boys had been offered fees. 'We're not a farm,' he said. 'We had these kids from 13.'",
        ["Pa'amalo Tuivale"],
    ),
    ("The chair, Nomvula ka Zondo, brought down her gavel. “Order,” she said.", ["Nomvula ka Zondo"]),
    ("Azlina binti Yusof laughed. “It is,” Azlina said.", ["Azlina binti Yusof"]),
    (
        "He thanked Alasdair Mac an t-Sagairt, who steps down in May. “I am tired,” Mr Mac an t-Sagairt said.",
        ["Alasdair Mac an t-Sagairt"],
    ),
]
RELATED = [
    (
        "Among them was Derek Swaine, 71, a lock-keeper from Upper Thorle, who caught it in 2011.\n\n‘It was bad,’ said Mr Swaine.\n\n"
        "His wife, Maureen, said she had known. ‘He started whistling,’ Mrs Swaine said.",
        ["Derek Swaine", "Maureen Swaine"],
    ),
    (
        "Philomena Garrity, a retired postmistress, was there with her son. “The nurses were saints,” Mrs Garrity said. "
        "Her son, Gerard, was not jolly. “My mother would apologise to the floor,” said Mr Garrity.",
        ["Philomena Garrity", "Gerard Garrity"],
    ),
    (
        "Declan Mulroy is the manager. Anton Vrba was sent off, and Mulroy sighed. His mother, Jude, took in washing.\n\n"
        "‘He’s soft as butter,’ says Mrs Mulroy, 78.",
        ["Jude Mulroy"],
    ),
    (
        "Vasanthi Rao-Doyle farms potatoes. Her husband, Keiran, is to be interviewed too. ‘I’m the control group,’ he says.",
        ["Keiran"],
    ),
    (
        "Miri Pakira, whose twin, Wirihana, turned it down, was cross. ‘No one poached the netball team,’ she said.",
        ["Miri Pakira"],
    ),
    (
        "The widow of murdered soldier Ian Carter has said the verdict was “a disgrace”.\n\nJo Carter, 45, spoke outside court.",
        ["Jo Carter"],
    ),
    (
        "The brother of former planning minister Nick Karas has told an inquiry that a talk was “pub talk”.\n\n"
        "Property developer Dominic Karas faced a second day of questions.",
        ["Dominic Karas"],
    ),
]
LEDES = [
    (
        "A cleaner who stole from patients told police she was “desperate”, a court heard.\n\nAnn Carter, 34, of Lower Marsh, admitted theft.",
        ["Ann Carter"],
    ),
    (
        "Two men were jailed yesterday by a judge who told them they were ‘thieves in good shoes’.\n\nTwo bakers wept.\n\n"
        "Passing sentence, HHJ Cordelia Pymm said: ‘Go down.’",
        ["Cordelia Pymm", "Cordelia Pymm"],
    ),
]
TRADES = [
    ("Economist Sam Okello of Lindmere Capital said the bank was “boxed in”.", ["Sam Okello"]),
    (
        "She sent it to a curator she knew. The curator, Dr Anton Wylie of the Marston Gallery, says: ‘One doesn’t expect it on a Tuesday.’",
        ["Anton Wylie"],
    ),
    ("Treasurer Mark Danley was calm. His shadow, Fiona Hewitt, said the party had “lost control”.", ["Fiona Hewitt"]),
    (
        "A Bench of Chief Justice A. K. Mitral and Justice Leela Thomas sat. “We are not engineers,” the CJI observed.",
        ["A. K. Mitral"],
    ),
    (
        "“We had them,” said Bears coach Warren Tapp, who was booed.\n\nNobody else was.\n\nThe rain fell.\n\n"
        "Tigers mentor Dave Sullivan said Jon Fenn had been hurt. “He didn’t tell me,” the coach laughed.",
        ["Warren Tapp", "Dave Sullivan"],
    ),
]
COMPANIES = [
    (
        "The Reserve Bank left rates alone. Shares in Corvane fell after the company said trading had been “soft”. "
        "Chief executive Rob Mayhew said he was “sad”. The retailer added that it had “acted”.",
        ["Corvane", "Rob Mayhew", "Corvane"],
    ),
]
WIDOWS = [
    (
        "- His wife Joanne said the family was ‘ripped apart’\n- Driver Craig Pool, 29, was jailed for six years\n\n"
        "The widow of a cyclist who was killed by a driver has told how her children ‘still lay a place for him’.\n\n"
        "Martin Hall, 47, died in March. Joanne Hall, 44, said: ‘He was my rock.’ Mr Hall’s brother, Neil, wept. ‘It is nothing,’ he said.",
        ["Joanne Hall", "Joanne Hall", "Joanne Hall", "Neil Hall"],
    ),
]
ABROAD = [
    (
        "Bureau Director-General Yeh Shih-min (葉士明) said the captain had slept. “We will publish everything,” Yeh said.",
        ["Yeh Shih-min"],
    ),
    (
        "Councilor Chang Mei-ling (張美玲) was cross. “Get on the boat,” Chang said.\n\n"
        "Caucus whip Lo Wei-cheng (羅偉成) said the party would ask. “Safety has no color,” he added.\n\n"
        "A tourist surnamed Wu (吳), who was on board, had heard nothing. “Nobody told us,” she said.",
        ["Chang Mei-ling", "Lo Wei-cheng", "Wu"],
    ),
    ("“We are not leaving,” rebel spokesman Alhassane Ag Ibrahim said.", ["Alhassane Ag Ibrahim"]),
    ("Talks stalled after rebels demanded what they called “guarantees”.", ["rebels"]),
    ("Her paper on rain was dismissed by one reviewer as “a lady’s hobby”.", ["one reviewer"]),
    (
        "The owner was held. His lawyer, advocate Pervin Iranpur, said her client was “cooperating”.\n\n"
        "Party leader Jayant Thoral demanded that the mayor resign.",
        ["Pervin Iranpur"],
    ),
    (
        "The leader of Marlbrook council has quit after he called residents ‘whingers’.\n\nCllr Dean Foster (Ind, Abbey ward) quit on Tuesday.",
        ["Dean Foster"],
    ),
]
HEARINGS = [
    (
        "Counsel assisting, Damian Rourke SC, asked Leo Sartor how he knew what was in them.\n\n“I opened one,” Mr Sartor said.\n\n"
        "“Why did you open it?”\n\n“Because it was a size 10.”\n\nThere was laughter in the room.",
        ["Leo Sartor", "Damian Rourke"],
    ),
    (
        "Mr Sartor said he was told by his boss, developer Con Vellan, to “drive slow”.\n\n"
        "Under cross-examination by Philip Strange SC, for Mr Vellan, the witness conceded he had been sacked.\n\n"
        "“You bear my client a grudge?” Mr Strange asked.\n\n“Wouldn’t you?” he replied.",
        ["Sartor", "Philip Strange", "Sartor"],
    ),
]
MISLEADING = [
    (
        "The officer spoke first. Associate Professor Razwana Begum from the university disagreed. “It is shame,” she added.",
        ["Razwana Begum"],
    ),
    ("Her husband, the actor Rufus Lane, came in. “The horse was wrong,” Lane shouted.", ["Rufus Lane"]),
    (
        "Gordon Tull’s side were booed off and he had no complaints.\n\n‘I’d have booed,’ the Rovers manager said.\n\n"
        "Visiting boss Carlos Peral was kind. ‘It’s football,’ he said.",
        ["Gordon Tull", "Carlos Peral"],
    ),
]
SUBJECTS = [
    (
        "Green spokesman Rakesh Tandor said the Liberals were “in panic”. Party leader Anil Gowdar, a former minister, hit back. “They are afraid,” he said.",
        ["Rakesh Tandor", "Anil Gowdar"],
    ),
    (
        "Nigel Utley sat down. “Order,” he said. There was a second adjournment, during which a man in a flat cap was asked to leave. He shouted.",
        ["Nigel Utley"],
    ),
    (
        "The chairman, Olaf Brandt, yawned.\n\nAsked about the cows, the widow adjusted her hat. “There is a roof,” she said.",
        ["the widow"],
    ),
    (
        "The island was Inish Garro, 90 acres and no tree. Honor Tresk bought it. “They do not cough,” she wrote of the bees.",
        ["Honor Tresk"],
    ),
    (
        "His wife put me on to him. Lakshmi is a palliative care doctor. She rang in October. “You’d better come,” she said.",
        ["Lakshmi"],
    ),
    (
        "Datuk Faridah Isman called for quiet. “Counsel will sit,” she said. Azlina binti Omar had a watch. Puan Azlina said: “It lost four minutes a day.”",
        ["Faridah Isman", "Azlina binti Omar"],
    ),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        *BENCHES,
        *OFFICES,
        *NAMELESS,
        *UNUSUAL,
        *RELATED,
        *LEDES,
        *ABROAD,
        *HEARINGS,
        *MISLEADING,
        *SUBJECTS,
        *TRADES,
        *COMPANIES,
        *WIDOWS,
    ],
)
def test_people_of_whom_little_is_told_are_brought_to_their_names(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize("name", ["Mo'alani", "Fa’atoto", "Te'o", "Ma'a", "Tu'ipala-Reed"])
def test_a_glottal_stop_does_not_end_a_name(name: str) -> None:
    text = f"{name}'s boots"
    assert [token.text for token in tokenize(text, 0, len(text), 0)] == [name, "'s", "boots"]


@pytest.mark.parametrize("text", ["We're off", "You'll see", "They’ve gone", "I'd go"])
def test_a_clitic_is_no_glottal_stop(text: str) -> None:
    assert len(list(tokenize(text, 0, len(text), 0))) == 3
