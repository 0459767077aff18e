"""Honorifics, ranks and offices that stand before or after a name, and nouns that say what a person is."""

from functools import lru_cache

from .folding import MOST_KEPT, fold, word_set

_HONORIFICS = """
mr:m mr.:m mrs:f ms:f miss:f mx messrs:m mesdames:f sir:m dame:f lord:m lady:f baroness:f baron:m viscount:m viscountess:f earl:m
countess:f duke:m duchess:f marquess:m dr prof professor doctor rev reverend revd canon dean archdeacon archbishop bishop
cardinal:m father:m fr:m mother:f sister:f brother:m imam:m rabbi pastor sheikh:m sheikha:f shaikh:m ayatollah:m mullah:m monsignor:m
msgr:m shri:m sri:m smt:f begum:f datuk dato tun hon honourable honorable monsieur:m madame:f herr:m frau:f senor:m senora:f
king:m queen:f prince:m princess:f pope:m emperor:m empress:f sultan:m emir:m crown
hhj adv thiru:m tmt:f datin:f madam:f mdm:f encik:m puan:f maulana:m swami:m kumari:f aunty:f auntie:f nurse garda kaumatua hhj cde comrade ald cr assoc
"""

_TITLES = """
sen sens senator senators rep reps representative representatives congressman:m congresswoman:f congressmen:m gov governor governors
lieutenant president pres vice-president premier chancellor minister ministers secretary undersecretary ambassador envoy
judge justice recorder magistrate sheriff attorney solicitor barrister advocate sheriff coroner mayor mayoress:f lord-mayor alderman:m councillor cllr
councilman:m councilwoman:f commissioner speaker leader chairman chairwoman:f chairperson chair chief director general gen lt lt-gen
maj-gen brig brigadier col colonel maj major capt captain commander cmdr adm admiral commodore sgt sergeant corporal cpl private pte
lance-corporal wing-commander squadron-leader field-marshal marshal rear-admiral vice-admiral superintendent supt insp inspector det
detective constable pc dc ds dci dsi di wpc officer agent trooper warden firefighter paramedic
director-general secretary-general attorney-general governor-general solicitor-general lieutenant-governor inspector-general consul-general surgeon-general auditor-general
 comptroller-general major-general lieutenant-general brigadier-general general-secretary under-secretary vice-premier const cst coun atty asst legislator legislators councilor councilors executive reeve alderperson bailiff prior abbot abbess vicar curate cji mec mlc mhk pm fm cm dcm ag dpp asp dysp sho collector pleader taoiseach tanaiste dsp dig igp adgp acp ssp
 congressmember assemblyman:m assemblywoman:f assemblymember delegate delegates sens senators mp mps mep meps msp msps ms-am td tds mla mlas mpp
spokesman:m spokeswoman:f spokesperson coach manager striker midfielder defender goalkeeper captain skipper batsman bowler
co-founder founder owner ceo cfo coo cto cio vp analyst economist strategist lawyer author actor actress:f singer director producer
editor reporter correspondent columnist journalist presenter broadcaster host anchor historian scientist physicist
researcher teacher principal headteacher headmaster:m headmistress:f vice-chancellor provost
deputy acting interim former ex late then incumbent assistant associate vice prime foreign first second lead senior junior
republican republicans democrat democrats labour conservative conservatives tory tories liberal liberals lib dem dems green greens gop
independent libertarian nationals national
justices judges councillors cllrs constables drs profs professors
candidate nominee whip majority minority house senate state federal supreme high district county circuit appeals chief-justice
defence defense home finance health education treasury
"""

_TITLE_GENDER: dict[str, str] = {}
for _entry in (_HONORIFICS + _TITLES).split():
    _word, _, _gender = _entry.partition(":")
    _TITLE_GENDER.setdefault(_word.rstrip("."), _gender)

HONORIFICS = frozenset(entry.partition(":")[0].rstrip(".") for entry in _HONORIFICS.split())
TITLES = frozenset(_TITLE_GENDER)
MODIFIERS = word_set("""deputy acting interim former ex late then incumbent assistant associate vice prime foreign first second lead senior
    junior republican republicans democrat democrats democratic labour conservative tory liberal lib dem green gop independent libertarian
    national majority minority house senate state federal supreme high district county circuit appeals defence
    defense home finance health education treasury crown""")
"""Words of TITLES that make part of a title but are none alone."""
OFFICE_NAMES = word_set("king queen prince princess pope emperor empress sultan emir duke duchess")
"""Titles by which their bearer is known: they stay part of the name when one given name follows."""

POST_NOMINALS = word_set("""mp mps mep msp td mla mpp ms am qc kc sc sm obe cbe mbe kbe dbe om ch cvo cnzm onzm mnzm dnzm knzm phd md rn jd dphil esq frs frcp frcs
    frca psc cpa cfa ao ac oam bsc ba ma llb""")
"""What may follow a name in capitals; "Am" or "Ma" in small letters is none."""
SUFFIXES = word_set("jr sr jnr snr ii iii iv")

_HUMAN_NOUNS = """
aide adviser advisor activist actor actress:f admiral advocate agent ally ambassador analyst anchor archbishop:m architect artist assemblyman:m
assemblywoman:f associate astronaut astronomer athlete attacker attorney aunt:f author baker banker barrister batsman:m billionaire biologist bishop
blogger boss bowler boxer boy:m boyfriend:m broadcaster brother:m brother-in-law:m builder businessman:m businesswoman:f businessperson
campaigner candidate captain cardinal:m caretaker carer cellist celebrity challenger champion chairman chairwoman:f chairperson chair
chancellor chef chemist chief child choreographer cleric clerk climatologist clinician coach co-author co-chair co-director co-founder
colleague collector colonel columnist comedian commander commentator commissioner composer conductor congressman:m
congresswoman:f conservative conservationist constable consul consultant contractor coordinator coroner correspondent councillor councilman:m councilwoman:f
counsel counsellor counterpart couple critic curator customer cyclist dad:m dancer daughter:f dealer dean defendant defender delegate democrat
dentist depute deputy designer detective developer diplomat director dissident doctor driver dramatist drummer duchess:f duke:m ecologist economist editor
educator emperor:m engineer entrepreneur envoy epidemiologist ex-husband:m ex-wife:f executive expert farmer father:m father-in-law:m fellow
fiance:m fiancee:f fighter film-maker filmmaker financier firefighter fisherman:m forward founder friend gardener general geologist geographer girl:f
girlfriend:f goalkeeper governor graduate grandfather:m grandmother:f grandson:m granddaughter:f guard guitarist guest head headmaster:m headmistress:f
headteacher heir historian homeowner hopeful host hunter husband:m immunologist incumbent inspector instructor insider
intern investigator investor jockey journalist judge juror justice king:m landlord:m landlady:f lawmaker lawyer leader lecturer legend
legislator liberal librarian lieutenant lobbyist local magistrate major man:m manager master mathematician mayor mechanic
medic member meteorologist midfielder midwife:f mill-owner millionaire miner minister mogul moderator mother:f mother-in-law:f mum:f mom:f musician
native naturalist neighbour neighbor nephew:m neuroscientist newcomer niece:f nominee novelist nun:f nurse nutritionist obstetrician officer official
oncologist operator opponent organiser organizer owner paediatrician painter parent parliamentarian partner passenger pastor patient
patriarch:m paramedic pensioner performer person philanthropist philosopher photographer physician physicist pilot plaintiff planner player playwright
plumber poet policeman:m policewoman:f politician pollster pope:m porter postman:m premier presenter president priest prince:m
princess:f principal prisoner producer professor programmer prosecutor protester provost psychiatrist psychologist publisher publican queen:f questioner
rabbi rancher ranger realtor rector reporter representative republican researcher resident restaurateur retiree reverend rider rival rower runner
sailor saleswoman:f salesman:m scholar scientist screenwriter sculptor seamstress:f secretary secretary-general senator sergeant sheriff shopkeeper singer
sister:f sister-in-law:f skipper sociologist soldier solicitor son:m son-in-law:m source speaker specialist spokesman:m spokesperson
spokeswoman:f sprinter staffer star statesman:m stepfather:m stepmother:f strategist striker student superintendent supervisor supporter surgeon surveyor survivor suspect
surrogate swimmer taoiseach teacher teammate teenager tenant therapist tory trader trainer treasurer trustee tutor tycoon uncle:m
undersecretary user veteran vet vicar vice-chancellor vice-chairman vice-president victim villager virologist visitor volunteer voter warden
whip whistleblower widow:f widower:m wife:f winner winger witness woman:f worker writer youngster zoologist narrator organist collector magistrate tahsildar sarpanch registrar harbourmaster headman all-rounder opener seamer spinner paceman:m prop hooker fly-half fullback full-back flanker scrum-half lock no8 quarterback pitcher catcher golfer racer boxer wicketkeeper wicket-keeper off-spinner leg-spinner left-hander right-hander umpire referee mediator arbitrator silk jurist roofer joiner plumber bookkeeper beekeeper
abbot:m abbess:f accountant administrator anaesthetist angler anthropologist apprentice archaeologist archdeacon archivist assailant
auctioneer auditor bailiff ballerina:f barber barmaid:f barista bassist bidder birdwatcher blacksmith bookmaker bookseller botanist bride:f
bridegroom:m groom:m brewer bricklayer broker builder burglar busker butcher cabbie camper canoeist carpenter cartoonist cashier caterer chaplain
chauffeur chorister churchgoer churchwarden civilian cleaner climber coastguard commuter complainant constituent contestant convener
convenor councilor courier cardiologist deacon deckhand decorator demographer dermatologist diner dispatcher diver docker donor drover
electrician employee employer entertainer entomologist environmentalist evacuee eyewitness falconer fiddler finalist fishmonger florist forager
forester fundraiser gambler genealogist geneticist geophysicist glaciologist grandad:m grandpa:m grandma:f gran:f granny:f grazier
greengrocer grocer gymnast gynaecologist hairdresser harpist haulier herder hiker holidaymaker horticulturist hostage hotelier housekeeper
hydrologist illustrator immigrant informant inmate innkeeper interpreter interviewer inventor islander janitor jeweller jogger keeper labourer
lad:m lass:f leaseholder lifeguard linguist litigant machinist magician mariner matriarch:f matron:f mentor merchant microbiologist migrant
missionary mountaineer mourner navigator negotiator neurologist neurosurgeon newsagent newsreader occupant oceanographer octogenarian
optician ornithologist orphan osteopath palaeontologist paleontologist pathologist pedestrian penguin-keeper pharmacist pharmacologist
physiotherapist pianist piper plasterer poacher policymaker postie postmaster:m postmistress:f preacher predecessor primatologist proprietor
psychotherapist pundit punter racegoer radiographer radiologist ratepayer receptionist recipient recruit refugee rescuer respondent robber
saxophonist schoolboy:m schoolgirl:f schoolteacher seafarer seismologist shareholder shearer shepherd shopper skater skier smallholder
soprano:f spouse spy squatter stallholder statistician stepbrother:m stepdaughter:f stepsister:f stepson:m steward stewardess:f stockbroker
stonemason storekeeper storyteller subcontractor subpostmaster surfer taxpayer technician theologian thief tourist translator traveller
treasurer trucker truckie undergraduate undertaker unionist usher verger violinist waiter:m waitress:f walker weaver welder winemaker wrestler
assistant applicant claimant bystander commenter cricketer demonstrator fan footballer gardener hacker monk participant peer pupil veterinarian youth flatmate housemate classmate workmate schoolmate shipmate team-mate ex-boyfriend:m ex-girlfriend:f ex-partner godfather:m godmother:f
goddaughter:f godson:m grandparent kuia:f first-aider lifeboatman:m trawlerman:m seaman:m crofter angler pundit backbencher parishioner
headwoman:f mp mep msp mla coauthor corporator youngster flyhalf barrister-at-law sub-inspector sub-editor vice-captain vice-principal vice-chair co-owner co-author co-pilot ex-soldier ex-minister
"""
_HUMAN_GENDER: dict[str, str] = {}
for _entry in _HUMAN_NOUNS.split():
    _word, _, _gender = _entry.partition(":")
    _HUMAN_GENDER[_word] = _gender

_NOT_HUMAN = word_set("human german roman norman ottoman talisman caiman vardhaman hanuman")
"""Words that end as human nouns do."""

KIN = word_set("""wife husband mother father mum mom dad son daughter brother sister uncle aunt niece nephew cousin grandmother
    grandfather grandson granddaughter partner fiance fiancee girlfriend boyfriend widow widower ex-wife ex-husband
    parents sister-in-law brother-in-law mother-in-law father-in-law son-in-law daughter-in-law stepfather stepmother twin""")

_ALIKE = """
representative congressman congresswoman lawmaker legislator congressmember rep politician mp|senator lawmaker legislator sen politician|
governor gov|mayor|councillor cllr councilman councilwoman politician|president commander-in-chief pres|pres president|premier prime-minister pm|
nominee candidate hopeful contender standard-bearer challenger|businessman billionaire mogul tycoon developer entrepreneur magnate
businesswoman millionaire financier investor|
secretary diplomat minister undersecretary|ambassador diplomat envoy|mp lawmaker parliamentarian politician backbencher member|
judge justice jurist magistrate sheriff recorder hhj|hhj judge|cji chief justice|recorder judge|justice judge|sheriff judge|magistrate judge|widow wife|widower husband|attorney lawyer prosecutor counsel advocate solicitor barrister silk|
prosecutor attorney district-attorney|professor academic scholar lecturer researcher expert scientist|
doctor physician surgeon consultant specialist gp medic|officer detective policeman policewoman sergeant inspector superintendent constable|
general commander officer soldier|leader head chief boss|chairman chairwoman chair chairperson|chief boss head executive ceo|ceo boss
executive chief-executive|coach manager boss trainer mentor|mentor coach trainer|manager boss coach|founder co-founder entrepreneur|owner proprietor|author writer novelist
historian|journalist reporter correspondent columnist writer broadcaster|host anchor presenter broadcaster|spokesman spokeswoman spokesperson|
actor actress star|singer star musician performer|player striker midfielder defender winger forward goalkeeper batsman bowler footballer star
cricketer|captain skipper|priest vicar cleric reverend clergyman rector|bishop archbishop cleric prelate|pope pontiff|king monarch|queen monarch|
economist analyst strategist|scientist researcher physicist chemist biologist virologist epidemiologist geologist astronomer zoologist|
prof professor academic scholar lecturer researcher expert scientist|dr doctor physician scientist researcher|sgt sergeant officer|
capt captain skipper|col colonel officer|cllr councillor politician|insp inspector officer detective|supt superintendent officer detective|
pc constable officer policeman policewoman|dci detective officer inspector|di detective officer inspector|fr father priest|adv advocate lawyer counsel|
gen general commander officer|lt lieutenant officer|maj major officer|cmdr commander officer|
democrat|republican gop|tory conservative|pollster|driver|farmer|victim|defendant accused|dad father|mum mom mother|teenager youngster teen|student pupil
"""
_SYNONYMS: dict[str, frozenset[str]] = {}
for _line in _ALIKE.replace("\n", " ").split("|"):
    _first, *_rest = _line.split()
    _SYNONYMS[_first] = frozenset((_first, *_rest))


SHORT = word_set("ag pm fm cm dcm dc pc di ds dci dsi vp mp mec td ms-am")
"""Titles that are printed in capitals only: "Ag" is a part of Tuareg names."""


@lru_cache(MOST_KEPT)
def is_title(word: str) -> bool:
    """Whether a capitalised word may be (part of) a title before a name; "ex-President" counts."""
    folded = fold(word)
    if folded in SHORT and word.istitle():
        return False
    return folded in TITLES or (
        folded.startswith(("ex-", "vice-", "co-", "sub-")) and folded.partition("-")[2] in TITLES
    )


def title_gender(word: str) -> str:
    """ "m" or "f" where a title tells the gender, else ""."""
    return _TITLE_GENDER.get(fold(word), "")


@lru_cache(MOST_KEPT)
def is_human_noun(word: str) -> bool:
    """Whether a common noun in the singular is said of a person ("prosecutor", "mother-of-two")."""
    lower = fold(word)
    return (
        lower in _HUMAN_GENDER
        or lower.endswith(("-year-old", "woman", "man", "person"))
        and lower not in _NOT_HUMAN
        or lower.partition("-of-")[0] in KIN
        or lower.rpartition("-")[2] in KIN  # "great-nephew"
    )


def noun_gender(word: str) -> str:
    """ "m" or "f" where a human noun tells the gender, else ""."""
    lower = fold(word)
    if lower in _HUMAN_GENDER:
        return _HUMAN_GENDER[lower]
    if lower.rpartition("-")[2] in KIN:
        return _HUMAN_GENDER.get(lower.rpartition("-")[2], "")
    if "-of-" in lower:
        return _HUMAN_GENDER.get(lower.partition("-of-")[0], "")
    return "f" if lower.endswith("woman") else "m" if lower.endswith("man") else ""


def alike(word: str) -> frozenset[str]:
    """Nouns by which somebody with this title or trade may be spoken of later, the word included."""
    return _SYNONYMS.get(word, frozenset()) | {word}
