"""Words by what they mean for attribution: people, organisations, documents, days. No names of anybody."""

import calendar


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


DAYS = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name[1:])) | words(
    """today yesterday tomorrow tonight mon tue wed thu fri sat sun jan. feb. aug.
    sept. oct. nov. dec."""
)
HUMAN = words(
    """spokesman spokeswoman spokesperson official aide adviser advisor strategist analyst expert source person people
    man woman student voter supporter critic lawyer attorney professor economist senator congressman congresswoman
    governor mayor president candidate nominee opponent rival director manager chairman chairwoman chief officer
    executive leader member reporter journalist author writer host anchor moderator pollster operative activist
    organizer veteran mother father brother sister wife husband son daughter friend colleague crowd audience
    protester diplomat minister secretary judge investigator agent prosecutor democrat republican conservative
    liberal billionaire businessman mogul businesswoman politician lawmaker scholar researcher scientist doctor
    physician user commenter fan insider staffer surrogate speaker participant resident worker owner founder boss
    pastor priest bishop pope king queen actor actress singer comedian star duo pair couple trader investor
    campaigner historian consultant counsel ambassador commander general colonel hopeful barrister solicitor qc kc
    mp mep msp peer councillor councilor coroner magistrate defendant plaintiff claimant witness victim juror
    detective constable inspector superintendent sergeant policeman policewoman nurse surgeon teacher headteacher
    principal pupil parent neighbour neighbor uncle aunt cousin grandmother grandfather widow widower partner
    fiancee mum mom dad coach manager captain striker midfielder defender goalkeeper player batsman bowler
    wicketkeeper cricketer footballer golfer sprinter athlete swimmer rider jockey trainer skipper umpire referee
    teammate team-mate biologist physicist chemist astronomer geologist engineer ecologist psychologist
    epidemiologist farmer fisherman driver pilot passenger tourist shopkeeper landlord tenant premier chancellor
    treasurer deputy vice-chancellor dean rector ceo cfo founder chairperson chair entrepreneur retailer broker
    banker regulator auditor ombudsman commissioner envoy monk imam rabbi archbishop cardinal vicar cleric prince
    princess duke duchess earl lord lady baroness baron novelist poet playwright artist designer photographer
    musician composer curator editor columnist blogger correspondent presenter broadcaster producer filmmaker
    eyewitness bystander survivor rescuer firefighter paramedic soldier refugee migrant villager demonstrator
    unionist delegate backbencher whistleblower informant applicant respondent customer employee employer specialist
    vet veterinarian zoologist conservationist campaigner trustee president-elect girlfriend boyfriend boy girl
    child teenager suspect gunman hacker stepfather stepmother brother-in-law mother-in-law father-in-law
    sister-in-law elder factor crofter publican pensioner angler trawlerman gardener baker butcher carpenter plumber
    electrician builder grazier jockey deacon canon curate sheriff marshal steward warden housekeeper cleaner cook
    chef waiter waitress caretaker miner docker postman barmaid ranger shepherd potter librarian archivist
    pharmacist dentist midwife psychiatrist statistician philosopher theologian ornithologist archaeologist granddaughter
    grandson niece nephew cousin lad lass bloke pal mate gardai taoiseach tanaiste ganger foreman forewoman"""
)
ORGANISATION = words(
    """campaign newspaper paper company firm group organization organisation committee agency department office team
    party administration government court ministry bank union association network website site magazine outlet board
    panel commission coalition foundation institute council university college school hospital charity trust club
    federation league police army military force regime palace embassy consulate parliament congress senate cabinet
    authority watchdog regulator retailer airline manufacturer publisher broadcaster supermarket church diocese
    tribunal inquest jury laboratory lab society institution body society daily weekly tabloid broadsheet station
    channel studio startup developer operator supplier think-tank consultancy"""
)
DOCUMENT = words(
    """poll survey report statement article story editorial headline ad memo email e-mail letter study tweet post video
    press media document release publication complaint lawsuit filing law bill plan platform petition indictment
    affidavit ruling judgment judgement verdict book biography memoir transcript notice sign placard banner text
    message paper review inquiry brief motion order warrant will note diary blog caption label leaflet manifesto"""
)
SPEAKING_NOUNS_OF_PLACE = frozenset(("house", "department", "secretary", "institute", "bank", "center", "centre"))
JOINED_BY_OF = words(
    """university house department secretary institute bank center centre council republic ministry minister bishop
    archbishop duke duchess prince princess earl bureau board church court college school museum academy federation
    association society chamber office lord master dean bank isle state city"""
)
PARTICLES = words("""van von der den de del della di da dos du la le al el bin ibn ben ter ten af av zu e y st st.""")
TITLES = words(
    """mr mrs ms miss mx dr sir dame lord lady prof professor sen rep gov gen lt col sgt capt cpl maj cmdr adm rev hon
    fr msgr sens reps president senator representative governor secretary general judge justice mayor speaker
    chairman chairwoman chancellor premier minister prime king queen prince princess pope cardinal archbishop bishop
    father sister brother pastor imam rabbi colonel major captain lieutenant sergeant inspector detective constable
    superintendent commissioner councillor baroness baron duke duchess earl count ambassador deputy vice chief coach
    attorney"""
)
VERB_TAGS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG"))
FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUN_TAGS = frozenset(("NN", "NNS", "NNP"))
AUXILIARIES = words("""is was are were be been being has had have did do does am 's 're 've 'd 'm""")


def is_human(word: str) -> bool:
    """Whether a common noun, singular or plural, names people."""
    return word in HUMAN or _singular(word) in HUMAN


def is_organisation(word: str) -> bool:
    """Whether a common noun names an organisation."""
    return word in ORGANISATION or _singular(word) in ORGANISATION


def is_document(word: str) -> bool:
    """Whether a common noun names something written or broadcast."""
    return word in DOCUMENT or _singular(word) in DOCUMENT


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") else word
