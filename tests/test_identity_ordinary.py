"""Who is who in ordinary reports from abroad: reporting styles of papers and agencies, tabloids, councils, obituaries."""

import pytest

from tests.identity import speakers

AGENCIES = [
    (
        "Rice is late. “We have three certificates,” Valmer Chief Executive Philippe Lacharn told Meridian.",
        ["Philippe Lacharn"],
    ),
    ("The seller, Geneva-based Valmer Commodities, said it had “reserved its rights”.", ["Valmer Commodities"]),
    (
        "Progressive Party Legislator Lin Yueh-ting (林月婷), who organized it, spoke. “The law is clear,” Lin said.",
        ["Lin Yueh-ting"],
    ),
    ("“He had no idea,” said Const. Harjinder Gill-Sandher. “He asked again.”", ["Harjinder Gill-Sandher"]),
    (
        "The Department of Water and Sanitation said it would put “the people first”.",
        ["Department of Water and Sanitation"],
    ),
    (
        "The Food and Beverage Workers’ Union of Marland said it had “four days”.",
        ["Food and Beverage Workers’ Union of Marland"],
    ),
    (
        "The Association of Deep-Level Workers blamed a South African firm. “It was no accident,” the union said.",
        ["Association of Deep-Level Workers"],
    ),
    (
        "Jaco Oberman thanked the crews. “We are glad,” he said.\n\nOne of the rescued men, a winch operator, said they shared water. “We kept one lamp on,” he said.",
        ["Jaco Oberman", "One of the rescued men"],
    ),
]
PASSED_ON = [
    (
        "A report to the cabinet by the head of leisure services, Huw Penry-Johns, described it as ‘beyond repair’.",
        ["Huw Penry-Johns"],
    ),
    ("A submission from the Fenner Traders’ Association called it ‘the final nail’.", ["Fenner Traders’ Association"]),
    (
        "A university and the Crafts Trust, whose website describes him as “a living treasure”, had asked him.",
        ["Crafts Trust"],
    ),
    (
        "The Millers’ daughter, Katya, was busy making a sign for theirs. It read: “Temporary Millers.”",
        ["Katya"],
    ),
    ("Then there was the troll who called them “tight old gits” online.", ["the troll"]),
]
TABLOIDS = [
    (
        "Darren Fosse, 46, had been hoarse when his wife Kelly took him to a doctor.\n\n‘I thought it was karaoke,’ said Darren.\n\n"
        "But Kelly, 44, was not convinced.\n\n‘He’d started clearing his throat,’ said the teaching assistant.",
        ["Darren Fosse", "Kelly Fosse"],
    ),
    (
        "Supervisor Nur Aisyah Rahman, 37, learnt it on her way to work.\n\n“I missed my stop,” said the mother of three.",
        ["Nur Aisyah Rahman"],
    ),
    (
        "Father Brendan Tiernan got the roof money. “I nearly made soup of it,” chuckled Fr Brendan.",
        ["Brendan Tiernan"],
    ),
    (
        "Tax row grows\n\n- Edmund Hartley accused of ‘robbing the careful’\n- Forty MPs sign a letter\n\n"
        "The Opposition was quick to attack the plan, which would cost a pensioner a hundred pounds or more a year. "
        "‘He is robbing the careful,’ said Gavin Strood.",
        ["Gavin Strood", "Gavin Strood"],
    ),
]
BUSINESS = [
    ("“Every window is wasted,” says founder and chief executive Marta Kowalska, 34.", ["Marta Kowalska"]),
    ("Applicant Hugh Fanning, of Harding Farms, left. He said: “Farming has to move on.”", ["Hugh Fanning"]),
    (
        "Cllr Anne Frost was calm, but her opposite number, Labour’s Vic Stonor, said it had “sat on its hands”.",
        ["Vic Stonor"],
    ),
    ("Its first customer, the insurer Northwell, said the panels were “fine”.", ["Northwell"]),
]
PEOPLES = [
    (
        "Luke Warner finished on 75. Number three Pär Lindgren, who came from Dubai, blamed jet lag. The Swede said he had felt “like a ghost”.",
        ["Pär Lindgren"],
    ),
    (
        "Kang Min-jun led by two. “I hit every fairway,” the South Korean said.",
        ["Kang Min-jun"],
    ),
    ("Pär Lindgren blamed jet lag. The Australian reported that he had felt “like a ghost”.", ["The Australian"]),
]
QUESTIONS = [
    (
        "Coach Craig Delahunt was happy. “We won,” he said.\n\nAsked if Jye Brock was now ahead of the injured Luke Hanran, he smiled.\n\n"
        "“Luke’s a mate of mine,” he said.",
        ["Craig Delahunt", "Craig Delahunt"],
    ),
    (
        "Wilf Tallent seldom spoke of the war. When a grandson asked what he had been thinking of, he replied: “Bolts.”",
        ["Wilf Tallent"],
    ),
]
MINISTRIES = [
    (
        "Deputy Minister of Health and Welfare Lue Jen-wei (呂仁偉) spoke. “Money is no answer,” Lue said.",
        ["Lue Jen-wei"],
    ),
    (
        "Nobody came.\n\nA third-year resident at a hospital in Taizhong, who asked for a day off, worked 88 hours.\n\n“I fell asleep,” she said.",
        ["A third-year resident at a hospital in Taizhong"],
    ),
    ("The ministry in a news release later said it “respects all opinions”.", ["The ministry"]),
]
BODIES = [
    (
        "Cian died at St Brannan’s Regional Hospital.\n\nAfter the hearing St Brannan’s apologised to the family. It said: ‘We are sorry.’",
        ["St Brannan’s Regional Hospital"],
    ),
    (
        "The jury of four women and three men returned a verdict. They asked for a review, which they described as ‘the least’.",
        ["The jury of four women and three men"],
    ),
]
OFFICES = [
    (
        "Edmund Hartley is in trouble. Shadow Chancellor Lorna McGee said: ‘He is a miser.’ Mr Hartley sighed. "
        "Asked if he had read it, the Chancellor said: ‘The first page.’",
        ["Lorna McGee", "Edmund Hartley"],
    ),
    (
        "Ms. Rani Anbaran, who teaches botany, spoke. “We are grateful,” said Ms. Rani.",
        ["Rani Anbaran"],
    ),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [*AGENCIES, *PASSED_ON, *TABLOIDS, *BUSINESS, *PEOPLES, *MINISTRIES, *QUESTIONS, *BODIES, *OFFICES],
)
def test_ordinary_reports_name_their_speakers(text: str, names: list[str]) -> None:
    assert speakers(text) == names
