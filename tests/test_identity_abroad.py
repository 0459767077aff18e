"""Sources as papers of Britain, Ireland, India, Australia, New Zealand, South Africa and Taiwan name them."""

import pytest

from tests.identity import speakers

ABROAD = [
    (
        "Judge Simon Harcastle told Leeds Crown Court that Wayne Tubb was “a menace”. ‘You have shown no remorse,’ the judge told him. Tubb, 41, of Beeston, said nothing.",
        ["Simon Harcastle", "Simon Harcastle"],
    ),
    (
        "A man has been jailed for six years. Sentencing Craig Dowd, 33, Recorder Fiona Pell said: ‘You are a danger to women.’ Prosecuting, Amit Lal said Dowd had been ‘obsessed’.",
        ["Fiona Pell", "Amit Lal"],
    ),
    (
        "Professor Dame Hilary Nkemelu, of the University of Exeter, who led the study, said: “We did not expect eels.” Co-author Dr Lars Brandt said it was “astonishing”.",
        ["Hilary Nkemelu", "Lars Brandt"],
    ),
    (
        "England captain Heather Voss hit 80. “I felt good,” said Voss, who turned 30 on Friday. Coach Mark Lanning said the skipper was “a marvel”.",
        ["Heather Voss", "Mark Lanning"],
    ),
    (
        "Shares in Tolland plc fell 8%. Chief executive Ruth Amadi said trading was “challenging”. Amadi, who joined from Pinmore in 2019, said the retailer would “cut its cloth”. Analysts at Berrow said the update was “grim”.",
        ["Ruth Amadi", "Ruth Amadi", "Analysts at Berrow"],
    ),
    (
        "NEW DELHI: Union Minister Kiran Bedekar on Monday said the scheme was “a game changer”. Addressing reporters, Mr. Bedekar said: “No farmer will be left behind.” Congress leader Sanjay Rautray called it “a jumla”.",
        ["Kiran Bedekar", "Kiran Bedekar", "Sanjay Rautray"],
    ),
    (
        "Sinn Féin TD Eoin Ó Maolagáin said the Taoiseach had “questions to answer”. Mr Ó Maolagáin told the Dáil: “People are sick of it.”",
        ["Eoin Ó Maolagáin", "Eoin Ó Maolagáin"],
    ),
    (
        "Prime Minister Hamish Orrell said the bill was “dead”. Opposition Leader Nadia Crewe said Mr Orrell had “lost his nerve”. Ms Crewe said: “He should resign.”",
        ["Hamish Orrell", "Nadia Crewe", "Nadia Crewe"],
    ),
    (
        "King Edmund III told the congregation: “We remember them.” Queen Mathilda wore black. The king said he was “deeply moved”.",
        ["King Edmund III", "King Edmund III"],
    ),
    (
        "The Duchess of Thornbury said she was “thrilled”. The duchess, 36, told pupils: “Work hard.”",
        ["Duchess of Thornbury", "Duchess of Thornbury"],
    ),
    (
        "The Archbishop of Penrith, the Most Rev Colin Arbuth, said the church was “sorry”. Archbishop Arbuth said: “We failed them.”",
        ["Colin Arbuth", "Colin Arbuth"],
    ),
    (
        "A spokesperson for the Department for Transport said: “We are investing £2m.” The department said it was “committed”.",
        ["Department for Transport", "Department for Transport"],
    ),
    (
        "Taipei prosecutors said Lin Chih-hao had “admitted it”. Lin, 52, said: “I am innocent.” His lawyer, Wu Mei-hui, said Lin was “ill”.",
        ["Taipei prosecutors", "Lin Chih-hao", "Wu Mei-hui"],
    ),
    (
        "Deputy President Sipho Maseko said load-shedding was “over”. The DA's John Steen said Maseko was “dreaming”.",
        ["Sipho Maseko", "John Steen"],
    ),
    (
        "Wellington lawyer Tama Horomia acts for the iwi. “This is our river,” Horomia said. His colleague Bridget O'Hare said it was “a long fight”.",
        ["Tama Horomia", "Bridget O'Hare"],
    ),
    (
        "Detective Chief Inspector Sarah Molloy, of Kent Police, said: “Somebody knows something.” She added: “Please call us.” Det Ch Insp Molloy thanked residents.",
        ["Sarah Molloy", "Sarah Molloy"],
    ),
    (
        "Mother-of-three Gemma Platt, from Hull, said: “I screamed.” Her husband Darren said: “I ran.” Mr Platt said it was “chaos”.",
        ["Gemma Platt", "Darren Platt", "Darren Platt"],
    ),
    (
        "Sir Alan Prewett, the former head of the civil service, told MPs: “I warned them.” Sir Alan said ministers had been “asleep”. Committee chair Meg Tallis said his evidence was “devastating”.",
        ["Alan Prewett", "Alan Prewett", "Meg Tallis"],
    ),
    ("The Kremlin said the claim was “nonsense”. Moscow said it would respond “in kind”.", ["Kremlin", "Moscow"]),
    (
        "The report, by the charity Homes First, said rents were “out of control”. Homes First chief executive Lou Tan said: “It has to stop.”",
        ["Homes First", "Lou Tan"],
    ),
    (
        "Dr. Juan Pablo Ortiz Cárdenas directs the clinic. “We are tired,” Ortiz said. “We need nurses,” Dr. Ortiz Cárdenas added.",
        ["Juan Pablo Ortiz Cárdenas", "Juan Pablo Ortiz Cárdenas"],
    ),
    (
        "Mohammed bin Rashed Al Thawadi opened the port. “This is a great day,” Al Thawadi said.",
        ["Mohammed bin Rashed Al Thawadi"],
    ),
    ("Nguyen Van Thanh fishes off Hue. “There are fewer every year,” Thanh said.", ["Nguyen Van Thanh"]),
    (
        "A neighbour, who did not want to be named, said: “They kept themselves to themselves.” The neighbour said it was “a shock”.",
        ["A neighbour", "A neighbour"],
    ),
    (
        "The Bank of England held rates. “Inflation remains too high,” the Bank said. Governor Andrea Balfe said it was “not job done”.",
        ["Bank of England", "Andrea Balfe"],
    ),
    (
        "Manager Ole Brattli praised his side. “The lads were brilliant,” the Norwegian said. City host Rovers on Saturday.",
        ["Ole Brattli"],
    ),
    (
        "Arthur Penn-Lowe QC, defending, said his client was “a broken man”. Mr Penn-Lowe said Ms Ruth Dray QC, prosecuting, was “wrong”. Ms Dray said: “The facts speak.”",
        ["Arthur Penn-Lowe", "Arthur Penn-Lowe", "Ruth Dray"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_sources_in_the_manner_of_many_papers(text, expected):
    assert speakers(text) == expected
