"""Common given names of many cultures with their usual gender, and family names that are written first.

Written from general knowledge of naming customs; no list of famous people. A name used by women and
men alike is in neither set of `gender_of`, but is still a given name.
"""

from functools import lru_cache

from .folding import MOST_KEPT, fold

_MEN = """
aaron abdel abdul abdullah abdulrahman abel abraham abu adam adama adebayo adnan adrian adriano ahmad ahmed aidan akash
akira akshay alain alan alasdair albert alberto aldo alec alejandro aleksandr alessandro alexander alexandre alexandros
alexei alexey alfonso alfred alfredo ali alister allan allen alonso alphonse alvaro alvin amadou amar amartya ambrose amir amit
amos anand anatoly anders andre andrea andreas andrei andres andrew andrey andrzej andy angelo angus anil ansgar anthony antoine
anton antonio antonis antony anwar archie ariel aristide armand armando arnaud arne arnold arthur arturo arun arvind asad
ashok ashraf asif atul augustin aurelio austin avi axel ayman aziz babar badr baldev barack barnaby barney barrie barry bart bartosz
basil bastian ben benedict bengt benito benjamin bernard bernardo bernd bernie bert bertrand bhupendra bill billy bjorn
blair blake bob bobby bogdan boris brad bradley brandon brendan brent brett brian broderick bruce bruno bryan bryce bryn burt byron
caleb callum calum calvin cameron carl carlo carlos cathal cecil cedric cesar chad chaim chandra charles charlie chen chetan
chidi chinedu chris christian christoph christophe christopher christos chuck chukwuemeka cian ciaran claude claudio claus
clay clayton clement cliff clifford clint clive clyde colin colm conor conrad corey cormac cornelius cory craig curtis cyril cyrus
daan damian damien dan daniel daniele danny dante darragh darrell darren dave david davide dean deepak demetrius denis dennis
denzil derek dermot desmond dev devendra dhruv diarmuid didier diego dieter dietrich dilip dimitri dimitris dinesh dirk
dmitri dmitry domenico dominic dominik dominique don donal donald donnie doug dougal douglas duane dudley duncan dustin dwayne
dwight dylan eamon eamonn earl ed eddie edgar edmond edmund eduardo edward edwin efrain egil ehud eirik elias elijah eliot
elliot elliott elmer elon emeka emil emile emilio emmanuel enda enoch enrico enrique eoghan eoin erdem eric erich erik ernest ernesto
ernst erwin esteban ethan etienne eugene euan evan evgeny ewan ezekiel ezra fabian fabio fabrizio faisal farhan farid farouk felipe
felix femi ferdinand fergal fergus fernando fidel filip finlay finn fintan flavio florian floyd francesco francis francisco franck franco
francois frank frankie franklin franz fraser fred freddie frederic frederick frederik fritz fyodor gabor gabriel gael gareth garret
garrett garry garth gary gaurav gavin gearoid gene geoff geoffrey george georges georgi georgios gerald gerard gerardo gerd gethin
gerhard german gerry gideon gilbert gilberto giles gilles gino giorgio giovanni girish giulio giuseppe glen glenn gonzalo gopal gordon govind
graeme graham grant greg gregor gregorio gregory grigory guido guillaume guillermo gunnar gunter gunther gus gustav gustavo guy
haakon habib hakan hakim hamid hamish hamza hank hans harald hari harish harjit harold harris harrison harry harsh harvey hasan
hashim hassan hector heinrich heinz helmut hendrik henri henrik henry herb herbert herman hernan hideo hilal hiroshi horst
howard hubert hugh hugo humphrey husain hussein hywel iain ian ibrahim idris ieuan ignacio igor ikechukwu ilya imran
ingo innocent ioannis irfan irving irwin isaac isaiah ishaan ismail ivan ivo ivor jaap jabu jack jackson jacob jacques jacub jaime
jake jakob jakub jamal james jamie jan janos jared jarvis jason jasper javier jawad jay jayesh jean jeb jed jeff jefferson
jeffrey jens jeremiah jeremy jermaine jerome jeroen jerry jesper jesse jesus jethro jim jimmy jiri joachim joakim joao joaquin joe joel
joern johan johann johannes john johnathan johnnie johnny jon jonah jonas jonathan jonny joost jordi jorg jorge jorgen jose josef
joseph josh joshua josiah juan jude jules julian julien julio julius junaid jurgen justin kabir kaleb kamal kapil karan kareem karim
karl karthik kaspar kazuo kees keir keith kelvin ken kenji kenneth kenny kenta kevin khaled khalid khalil kieran kieron kiran
kirk klaus knut kobus kofi konrad konstantin konstantinos krishna kristian kristof krzysztof kumar kunal kurt kwame kwasi kyle
lachlan lalit lance larry lars lasse laszlo laurence laurent laurie lawrence leandro leif leigh lennart lenny leo leon
leonard leonardo leonel leonid leopold leroy les leszek lewis lex liam lionel lloyd logan lorcan lorenzo lorne louis luc luca lucas
lucian luciano ludovic ludwig luigi luis luiz lukas luke luther lyle lyndon maarten magnus mahesh mahmoud mahmud malachy malcolm
malik manfred manish manmohan manny manoj mansoor manuel marc marcel marcello marcelo marcin marco marcos marcus marek mario marius
mark marko markus marlon marshall martijn martin marty martyn marvin mason massimo mateo mateusz mathew mathias mathieu matt
matteo matthew matthias matthieu matti maurice mauricio maurizio mauro max maxim maxime maximilian maxwell mehdi mehmet mel
melvin merlin mervyn micah micheal michael michal michel michele mick mickey miguel mihai mikael mike mikel mikhail miklos milan miles
milos milton mitch mitchell mitt moeen mohamad mohamed mohammad mohammed mohan mohd mohit mohsen moises morgan morris mortimer morten
moses mostafa moussa muhammad muhammadu mukesh mukhtar murali murdo murray murtaza musa mustafa mustapha nabil nadav naeem najib nana
naoki narayan narendra naresh nasir nasser nate nathan nathaniel naveed naveen neal ned neil nelson neville niall nicholas nick
nicky nico nicolas nicolo niels nigel nikhil nikita nikola nikolai nikolaj nikolaos nikolas nikos nils nitin noah noel nolan norbert norm
norman ola olaf olav oleg oleksandr oliver olivier olu oluwaseun omar omer orlando orson oscar osama oskar osman oswald otto owain owen
pablo paddy padraig paolo pascal pat patricio patrick paul paulo pavel pawel pedro peer pelle pere perry pete peter petr petros
phil philip philipp philippe phillip pierre pieter pietro pinchas piotr prakash pramod pranab pranav prasad prashant praveen prem
przemyslaw qasim quentin quinn rachid rafael rafal rafiq raghav rahim rahul raj rajan rajat rajeev rajendra rajesh rajiv rajnath
ralf ralph ram raman ramesh rami ramon ramzi randall randolph randy ranjit raoul raphael rashid rasmus raul ravi ravindra ray raymond
reggie reginald reiner reinhard rene reuben rex reza rhys ricardo riccardo rich richard rick ricky rishi rob robbie robby
robert roberto robin rod roderick rodney rodolfo rodrigo roelof roger rohan rohit roland rolando rolf roman romain romeo ron ronald
ronan ronnie rory roscoe ross rowan roy ruairi ruben rudi rudolf rudolph rudy rufus rune rupert russ russell rustam rusty ryan
saad sachin sadiq saeed said sajid sakari salah saleem saleh salim salman salvador salvatore sam sameer sami samir samuel
sandeep sander sandro sanjay sanjeev santiago santosh satish satoshi saul saurabh scott sean sebastian sebastiano seamus serge sergei
sergej sergey sergio seth seumas shahid shakeel shane shankar sharif shaun shawn shay sheldon sherif shigeru shimon shinji shinzo
shiv shlomo shyam siddharth sidney siegfried sigmund silvio simeon simon sindri sipho sohail solomon soren spencer sridhar srinivas stan
stanislav stanley stavros stefan stefano steffen stelios sten stephan stephane stephen sterling steve steven stewart stig stuart subramanian
sudhir suleiman sultan sunil suresh sven sydney syed sylvester tadeusz tadhg taha takeshi tanvir tapio taro tariq tarun taylor
ted tendai teodor terence terrance terrence terry thabo thaddeus theo theodore theodoros theunis thibault thierry thomas thorsten tim
timo timothy tito toby todd tom tomas tomasz tommaso tommy tony tore torsten travis trent trevor tristan troy tudor tunde tyler tyrone
uday ulf ulrich umar umberto umesh usman uwe vaclav valentin valery vaughan vernon viktor victor vicente vijay vikas vikram viktor
vincent vincenzo vinay vince vinod viraj virgil vishal vitali vitaly vivek vlad vladimir volker volodymyr walid wallace wally walt
walter ward warren wayne wendell werner wesley wilbur wilf wilfred wilhelm will willem william willie willy wim winston wojciech
wolfgang woody xavi xavier yann yannick yannis yaroslav yaser yasin yasser yitzhak yoav yogesh yohan yousef youssef yuri yuriy
yusuf yves zac zach zachary zack zaheer zahid zaid zane zbigniew zeke zeljko ziad zoltan zubair
aarav abhijit abhinav abhishek aditya ajay ajit akhilesh alok amitabh amrit aniket anirudh anshul anurag arjun ashish ashwin bala balaji bhaskar
bharat bhushan chandan chandrababu debasish devesh dharmendra gajendra ganesh gautam girraj gulab gurdeep harbhajan harsha hemant himanshu
hitesh jagan jagdish jairam jaswant jatin jitendra jyotiraditya kailash kamalesh kartik kaushik kishore lokesh madan madhav mahendra manoj mayank milind mithun
mohandas mulayam nagesh nandan naseeruddin navin neeraj nilesh nirmal niraj nitish omprakash pankaj parag piyush prabhakar prabhu pradeep prakash pranay prithviraj
purushottam raghunath rajkumar rakesh ramachandra ramakrishna ranveer rishabh rohan rohan sachit sagar sahil samar sandeep sarath satyendra shailesh sharad shashi
shekhar shivraj siddaramaiah sourav srinivasan subhash subrata sudhakar sudhir sukumar sumit surendra suryakant sushil tejas tejashwi uddhav ujjwal utkarsh vaibhav
vasant venkat venkatesh vibhu vidyut vinayak vipin viren virender vishnu vishwanath yash yogi yuvraj
abiodun adekunle adewale aliko atiku babatunde bola chibuzo chima chukwudi daniyel ebenezer ekene emeka goodluck ifeanyi jomo kayode kelechi kenneth kgosi lamin
lungi lwazi mandla mangosuthu masego mbongeni mfundo mlungisi moeketsi mohale mosiuoa mpho mthunzi musalia mwai ndaba nelson nhlanhla njabulo obi oginga okey olusegun
onyeka oupa raila sandile senzo sibusiso sifiso sizwe solly tito thami thulani tokyo tshediso uhuru uche vusi wale wandile xolani yaw yemi zakes zweli
amr anas baraa bashar bilal essam fadi fahad fahd fuad ghassan hadi haitham hashem hazem hisham iyad jaber jafar jamil kais luay maher majed
marwan mazen moataz mubarak munir muqtada nader nawaf nayef nidal nizar nuri othman qais raed rafik riad riyad rustom saif sameh samer saud shadi sufian tamer
tarek turki wael yahya yasir younis zakaria zayed
aleksander anatol arkady artem bohdan dariusz denys dmytro eduard evgeni fedir feliks gennady grzegorz grigori gyorgy henryk ihor imre ivaylo jacek
janusz jaroslaw jerzy jozef kamil karel kirill laszlo lech leszek lukasz maksim maksym mariusz matej miroslav mykola nikolay oleh ondrej patryk petar radek radoslav
rastislav robertas roman ryszard sandor slawomir stepan stjepan taras timofey tibor tihomir tomislav vadim valeriy vasily vitali vitalii vladislav vojtech vsevolod vyacheslav
witold yevgeny yevhen yury zdenek zoran
ahmet ali-riza barış bülent burak cem cengiz deniz devlet ekrem emre engin erdal erdogan fatih ferhat gökhan hakkı hikmet kemal koray levent
mehmet mesut murat mustafa mevlüt numan oktay orhan özgür recep selahattin selim serdar serkan sinan süleyman tayfun tayyip tolga turgut ufuk umut volkan yavuz yusuf
arapeta hoani matiu piripi rawiri tipene tevita sione semisi viliami manu lopeti siaosi pita tavita fetu ioane peni ratu sitiveni frank-bainimarama
airlie angus-john bevan brodie campbell darcy denham digby doug-graham drew fletcher forbes geordie grayson harley heath hugo iestyn jago jarrod jed jonty kane
lachie lorcan mal malcolm merv nat ned ollie osian piers prentice quentin reuben rhodri rupert sholto stewart tadhg tavish torquil tristram wynford
cathal colman cormac darach declan diarmaid donncha eamonn eanna fearghal fiachra gearóid lochlann micheál oisín oisin pádraic padraic peadar proinsias ruairí séamus senan tiarnan turlough
abhay abimbola achim adil adriaan aengus ahsan akhil akinwumi alastair aldous aled alexis alistair aloke aloysius alun alwyn amarnath ambrogio amilcar amjad
amol anaru andile aneurin angad angelos anirban aniruddha ankit ankur anselm anselmo antti anubhav anupam apisai apollo aravind archibald ardeshir arif
arindam armin arnab arvid aryan ashutosh aslam athol auberon aubrey augustine augustus avinash aylmer azeem azhar babajide balakrishnan balasubramanian
baldwin balram balthazar barend basant basavaraj bashir beauden benedek benoit bheki bhupinder bikash bikram binod birendra biswajit blaise bongani boyd braam
bram brijesh bronson bryden cadfael cai cailean caius callan caoimhin caolan caradog carel carwyn caspar casper cassius cathair chaitanya chandrakant
chandrasekhar charan chidambaram chinonso chiwetel christiaan chukwuma cillian clarence claud clem cobus coen colum comhghall conall constantine corbin
crispian crispin cuthbert cyprian dafydd dagfinn daithi dalton damon darby darius darnell davendra dayanand debashish debasis deen deiniol dele devdutt
devinder devraj dewald dewey dewi dhananjay dharam dhiraj didi dilwyn dimpho dipankar divyesh dmitro dolph dougie drummond dumisani dunstan dyfan dyfed ebrima
edilberto ehsan eifion eilert eknath ekow elfed elwyn emlyn emrys emyr endre epeli erland errol eru erwan ewart fabien faizal faleolo farai fareed farooq
faruk faustino feargal feargus felim fikret finbar finbarr florent fourie francesc fungai gagan gajanan galen gamal gaspard gaston geert gennaro geraint
gerhardus gerrit ghulam giancarlo gianluca giriraj glyn glynn godfrey gokul goran gottfried govinda graciano griff gruffudd gruffydd guilherme gurbaksh gwilym
gwyn gwynfor gyan hadrian hakeem hamad hamed harendra harihar hariharan haroon harshad harshal hasmukh hassanal hedley heikki helge hemi hendrikus herschel
herve hilmar hiten hohepa holger hone horace howell huw iago idwal ifan ifor ikenna ilias iltija imtiaz inderjit ingemar inigo innes iolo iosefa iqbal irshad
ishwar iskandar islwyn iwan jabulani jacko jagat jagmohan jai jaideep jainendra jalal janardhan janek jannie jarlath jarrad jarryd jasbir jasdeep jaspal javed
jawaharlal jaxon jayant jayaram jayden jeevan jignesh jock jolyon joris josefa justus jyri kabelo kagiso kaleem kalyan kamaal kamau kamran kanak kanhaiya
kapano kasper kaustubh kedar keerthi kenrick keshav keshava khayelitsha khurram kipkoech kiprono kiprotich kipruto kishan klaas kojo krishan krishnan kristjan
kuldip kunle kwabena kwadwo kwaku kwesi lakhan laurens laxman leander lefteris leighton lelio lemalu lennox leofric lester lindani llewellyn llewelyn llyr
lothar louw lubomir lucien ludo luthando lwandile madhukar madhusudan maheshwar mahipal makarand makhosi malachi malgwyn mamadou mangal mannie manohar mansukh
manus maqbool marais maredudd marinus masood mathys maurits meirion merfyn merrick mervin meurig michiel mihir mirza mitesh mncedisi modou mohsin mosese
mpumelelo mudassar mukul murugan musyoka muthu mutua muzaffar mwangi mzwandile nagaraj nageswara nand nandkumar narayanan naren narinder naseer natarajan
naval nawaz neels nelis nicolaas nihal nii nikesh ninian nirav nishant nitesh njoroge nkosinathi nnamdi norris ntando nthabiso obadiah obinna ochieng odhiambo
odhran okechukwu olumide oluwaseyi omkar onkar onyango orville otieno otis ousmane oyvind padraigh pandurang paramvir paresh parth parthiv parvez patxi penaia
percival percy peregrine perrin petrus petteri phelim phineas pinaki pooran prabhat prabir pradip prafulla prahlad pramodh pratap prateek pratik pravesh
pravin prithvi priyank puneet pushpinder pyotr radovan raees rafe rafiuddin raghavendra raghu raghuveer raimundo rajaram rajdeep rajnish ramachandran
ramakrishnan ramanathan ramaswamy rameshwar ramnath ranald randhir rangi rashad ratan ratnakar ravinder redmond rewi rhun rhydian riaan riaz ritesh riyaz
robbert roderic rodhri rohitash ronen roopesh ruaidhri ruan ruaraidh ruaridh rudra rukmal rupinder ruslan rutger sadanand sadashiv sajjad saket sampath sanath
sandip sanjit sankar santhosh saqib saravanan sarfraz sarvesh sauli schalk segun selwyn senthil seoras severin seydou shabir shadrach shafiq shahbaz shahrukh
shailendra shamsher shantanu shashank shaukat sherwin shibu shivam shivkumar shoaib simba simo sindre sithembiso siva sivakumar somnath sonny soumya sreekanth
srikanth steffan stellan subodh subramaniam sudarshan sudeep sudesh suhail sujit sukhvinder sumeet sundar sundaram suraj surinder surya sushant swaminathan
swapan sylvain tafadzwa tahir takudzwa talfryn tama tamati tamihana tane tanmay tapan tapiwa taufiq tawanda teifi thabang thabiso theodor thulasi timoti
tinashe tobias tonderai trefor trygve tshepang tuomas tushar udhay udo upendra vasudev veer veli venkatesan venu vibhav vigneshwar viliame vimal vineet vinesh
vipul virendra vusumuzi vuyo wade wafula waleed warwick wasim wekesa wes wikus wiremu wole yakub yashwant yatin yogendra yohannes yunus zafar zakir zayd
zeeshan zenon zhivko zia zolani zulfiqar zulkifli zwelakhe
"""

_WOMEN = """
aaliyah abby abena abigail ada adaeze adela adelaide adele adelina adriana adrienne agata agatha agnes agnieszka aideen aileen ailsa
aime aimee aine aisha aishwarya aisling alana alba alberta alejandra aleksandra alessandra alessia alexa alexandra alexandria
alexis alice alicia alina aline alisha alison alissa allegra allison alma alyssa amal amalia amanda amara amber amelia amina
aminata amna amrita amy ana anabel anahita anais anastasia andrea aneta angela angelica angelina angeline angelique angie anika aniko anila
anisa anita anja anjali ann anna annabel annabelle annalisa annamaria anne anneke anneli anneliese annemarie annette annie annika
antje antoinette antonella antonia anu anuradha anushka anya aoife aparna april arabella archana ariana arianna arlene arundhati
asha ashanti asma astrid athena aubrey audrey augusta aurelia aurora ava ayanda ayesha ayse azadeh barbara barbro beata beatrice beatriz
becky belinda bella benazir benedetta bernadette bernice bertha bess bessie beth bethan bethany betsy betty beverley beverly
bhavna bianca birgit birgitta blanca blessing bodil bonnie branwen brenda briana brianna bridget bridgette brigid brigitta brigitte britney
brittany bronagh bronwen bronwyn camila camilla camille candace candice cara carla carlotta carly carme carmel carmen carol carole carolina
caroline carolyn carrie caterina catherine cathleen cathy catriona cecile cecilia celeste celia celine chandni chantal charlene charlotte
charmaine chelsea cherie cheryl chiamaka chiara chioma chloe christa christel christiane christina christine christy ciara cindy claire clara
clare clarissa claudia claudine clementine cleo colette colleen connie constance constanza consuelo cora coral cordelia corinna corinne cornelia
cressida cristina crystal cynthia dagmar dahlia daisy dalia dana daniela daniella danielle daphne daria darlene dawn deanna debbie deborah
debra deepa deepika deirdre delia delilah della denise diana diane dianna dianne dilma dimitra dina divya dolores dominika donna dora doreen
doris dorota dorothea dorothy dympna ebony edel edith edna edwina efua eileen eilidh eilis eimear eithne ekaterina elaine elba eleanor elena
eleni eleonora elettra elin elisa elisabeth elise eliza elizabeth elke ella elle ellen ellie elodie eloise elsa elsie elspeth elvira emer
emilia emilie emily emma enid erica erika erin ernestine esme esperanza estelle esther eszter ethel eugenia eugenie eunice eva evangeline
eve evelina evelyn ewa fabiola faith fanny farah farida farzana fatema fatima fatma fatou faye federica felicia felicity fenella fernanda
fiona fionnuala fleur flora florence fran frances francesca francine francoise freda frederica freya frida gabriela gabriella gabrielle gail
galina gemma genevieve georgette georgia georgie georgina geraldine germaine gertrude giada gianna gillian gina ginger ginny giorgia
giovanna gisela giselle gita giulia gladys glenda glenys gloria gobnait golda grace gracia graciela grainne greta gretchen gretel gudrun
guadalupe gulnara gwen gwendolyn gwyneth hadiza hagar haley halima hana hanna hannah hannelore harriet hatice hattie hayley hazel heather
hedda hedwig heidi heike helen helena helene helga henrietta hermione hester hilary hilda hilde hillary hollie holly honor hope
huda ida ilana ildiko ilona ilse imelda imogen ina indira ines inga inge ingeborg ingrid iolanda ioanna ira irena irene irina iris irma
isabel isabella isabelle isla isobel ivana ivanka ivy iwona jacinda jacinta jacqueline jacqui jade jael jaime jan jana jane janet
janice janina janine jasmin jasmine jaya jayne jean jeanette jeanine jeanne jelena jemima jemma jen jenna jennie jennifer jenny jess
jessica jill jillian jo joan joann joanna joanne jocelyn jodi jodie jodi johanna jolanta josefina josephine josie joy joyce juana
juanita judi judith judy julia juliana julianne julie juliet juliette june justine justyna kaja kajal kalpana kamala kara karen
karin karina karla karolina kasia katarina kate katerina katharina katharine katherine kathleen kathryn kathy katia katie katja katrin
katrina katy katya kavita kay kayla kaylee kellyanne kelsey kendra keren kerri kerstin keiko khadija kimberley kimberly kinga
kirsten kirstie kirsty komal kristen kristin kristina kristine krystal krystyna lakshmi lalita lana lara larissa latisha latoya laura lauren
laurette lavinia layla lea leah leanne lee-anne leila lena leni leona leonie leonora lesley leticia letitia libby lidia liesl lila lili lilia
lilian liliana lillian lilly lily lina linda lindiwe lindy linnea lisa lisbeth lise liv livia liz liza lizzie lois lola loretta lorna lorraine
lotte lottie louisa louise lourdes lucia luciana lucie lucille lucinda lucrezia lucy ludmila luisa lulu lupita lydia lynda lynette lynn
lynne mabel maddie madeleine madeline madhuri mae maeve magda magdalena maggie mahnaz maia mairead maire maisie malala malgorzata mandy manisha
manuela mara marcela marcella marcia margaret margarita margaux marge margery margherita margit margot marguerite maria mariam mariama
marian mariana marianna marianne maribel marie mariela marietta marija marilyn marina marine marisa marisol marissa marita marjorie marlene
marta martha martina martine mary maryam maryanne masha mathilda mathilde matilda maud maude maura maureen mavis maxine maya meera
meg megan meghan mei meike melania melanie melinda melissa melody mercedes meredith merete meriem meryl mette mia michaela michelle mila
milagros mildred milena millie mimi mina mindy minerva minnie mira miranda miriam miroslava moira mollie molly mona monica monika monique
muireann muriel myfanwy myra myriam myrna nabila nadia nadine nagehan najma nana nancy nandini naomi narges nasreen nastassja natalia
natalie natalya natasha nathalie nazanin neelam neha nell nellie nessa neus ngozi nia niamh nicola nicole nieves nika nikita nikki nina nisha
nita noemi nomvula noor nora norah noreen norma nuala nuria octavia odette odile olena olga olive olivia olwen olympia oonagh ophelia oprah oriana
orla orlagh ornella padma padraigin paige paloma pam pamela paola parvati patience patrice patricia patsy patti patty paula paulette paulina
pauline pearl peggy penelope penny perla petra philippa phoebe phyllis pia pippa pilar polly pooja poonam poppy prabha pratibha precious preeti
prerna primrose priscilla priti priya priyanka prudence queenie rachael rachel rachelle radha radhika raisa ramona rana rania
raquel rashida rasha rashmi raya reba rebecca rebekah reem regina rekha renata renate renee renuka rhea rhiannon rhoda rhona rhonda
ria ricarda rina rita rituparna roberta rochelle roisin romana romilda romola rona ronja rosa rosalia rosalie rosalind rosamund rosanna rosaria
rosario rose roseanne roseanna rosemarie rosemary rosetta rosie rosina roswitha rowena roxana roxanne ruby rukhsana rupa rushanara ruth ruta sabina
sabine sabrina sadhbh sadie saffron saima sakshi sally salma salome samantha samina samira sana sandhya sandra sandy sangeeta
sania sanna saoirse sapna sara sarah saraswati sarita sasha saskia savannah savita scarlett selena selina selma seema serena shabana shabnam
shakuntala shakira shami shanelle shania shannon shanti sharmila sharon shaista sharona shauna shazia sheena sheetal sheila shelley shereen
sheryl shilpa shireen shirin shirley shobha shona shreya shruti sian sibongile sibylle sienna sigrid silke silvana silvia simone
sindhu sinead siobhan sita sky snezana sofia sofie solange solveig sonali sonia sonja sonya sophia sophie soraya sorcha soumya
stacey stacy stefania stefanie stella steph stephanie sue suha sukanya sultana sumaya sumitra sunita supriya surbhi susan susana susanna
susannah susanne susheela susie suzan suzanna suzanne suzette suzy sushma svetlana swati sybil sylvia sylvie tabitha tahira talia tamara tameka
tammy tamsin tania tanja tanya tara tatiana tatyana tayyaba tecla teodora teresa tess tessa thandeka thandi thea thelma themba theodora
theresa therese thokozani thora tiffany tilda tilly tina toni tove tracey traci tracy tricia trina trine trish trisha trudy tulsi una
ulla ulrike uma urmila ursula usha uta uzma vaishali valentina valeria valerie vandana vanessa vanja vasundhara veena vera verity verona
veronica veronika veronique vibeke vicki vickie vicky victoria vidya viola violet violeta virginia virginie viviana vivian vivien
vivienne wanda wanjiru waris wendy whitney wilhelmina wilma winifred winnie wiebke xanthe ximena yael yasmeen yasmin yasmine yetunde yoko yolanda
yolande ysabel yulia yumi yvette yvonne zadie zahra zainab zara zehra zeinab zelda zeynep zinaida zita zoe zoya zsuzsanna zuleikha zuzana
aditi akanksha alka ambika ambuja amruta anamika ananya anjana anupama apeksha arti ayushi barkha bela bhanu bina brinda chandrika chetna chitra damini
deepali devika diya durga esha gargi garima gayatri geeta geetha harpreet hema hemlata indu ipsita ishita jayanthi jayalalithaa jhumpa juhi jyoti kalyani kamini
kanchan kanika kanta karuna kasturi kiran-bala kriti kumari latha leela lekha madhavi madhu mahua malini mallika mamata manjula manju mayawati meenakshi meera meghna mitali
mohini monalisa mridula nafisa nalini namita namrata navya nayantara neena neerja nidhi nilima nirmala nirupama nithya nutan pallavi pankhuri parul payal pragya pramila
pratima preethi prema prerana purnima rachna ragini rajeshwari rajni ramya rashi ratna reena renu revathi ritika ritu roopa roshni rukmini rupali sadhana sadhvi saloni
sanjana sapana saroja savitri shakuntla shalini shanthi sharada sheela shikha shilpi shobhana shweta simran smita smriti sneha snehal sowmya sreelatha stuti subhashini sucheta sudha sulochana
suman sumathi sundari supriya surekha sushmita swara swapna swathi tanuja tanvi tripti trupti uma urvashi usha vaishnavi varsha vasanthi vasudha vidhya vijaya vimala vinita yamini
abeba abla adjoa adwoa afua akosua akua ama amarachi amarech assata awa ayo aya bisi bolanle bukola busisiwe chichi chidinma chinwe dalitso dineo doyin ebele efe ejiro esi
folake folasade funmi gugu hawa ifeoma itumeleng karabo kehinde khanyi lerato-mpho lesedi lindani mapaseka masechaba mbali naledi nandipha nkechi nkosazana nobuhle nolwazi nomsa nomzamo nonhlanhla
nosipho ntombi nwando nyokabi obiageli ogechi oluchi omotola palesa phindile phumzile refilwe ronke sade sanele sindisiwe sinazo temitope thandeka thandiwe thembi thuli tiwa tolu tshegofatso uju
unathi wambui wangari yaa yewande zandile zanele zodwa zoleka
abeer afaf ahlam alya amani asmaa azza basma buthaina dalal dima dina elham faiza fadwa faten fayrouz ghada hala hanadi hanan haneen hend hiba iman inaam jihan jumana khawla lama latifa
lubna lujain maha maysa mervat mona-seif muna nada nahed naima najwa nawal nermin nihal nisreen nouf rabab raghad rahaf rajaa rawan reem rima roula ruba sabah safa sahar salwa samah sawsan
shaima siham suad suhair sumaia taghrid tawakkol wafa widad yara yusra zahara
albena anelia antonina anzhela beata bogna boguslawa bozena darya dessislava dobrila dragana ewelina galyna hanka helga-maria iryna ivana-marie jadwiga jelka jovana kamila katalin kateryna
khrystyna krisztina ksenia larysa lesya liudmyla lyudmila malwina marta-maria marzena mirjana nadezhda nadiya nataliya nela oksana oleksandra olha paulina-maria polina radka raluca ruslana rositsa sanja
sviatlana snezhana svitlana tamila tetiana tsvetana ulyana urszula vesna vira yana yelena yevgenia yulija yuliya zhanna zlata zuzanna
aysegül ayşegül berna canan derya ebru elif emine esra fadime feride filiz gamze gülsen gül hande hatice havva hülya meral merve meltem neslihan nihal nurcan nuray özlem pelin pinar
sevda sevgi sevim sibel songül sultan-ayse tansu tuğba türkan yasemin zehra
anahera aroha hinewehi kiri mahinarangi marama miriama moana ngaire ngahuia pania rangimarie roimata ruia tui whetu ana-maria salote mele sina losa lupe ofa siueni teuila leilani malia kahurangi
kerensa demelza lowenna morwenna tegan tamsyn elowen bethan eirlys eirian mair nerys rhian sioned angharad ffion glesni heledd gwenllian lleucu mererid nia-wyn seren catrin delyth dilys
bríd caoimhe clíodhna cliodhna dearbhla doireann eibhlín étaín fidelma gráinne grainne iseult mairéad maebh máire niamhe nóirín orfhlaith róisín ríona sadhbh saorla síle sorcha treasa úna
abigael achieng adunni ailie ailish aislinn akinyi alannah alyson amaka amelie anaya anjum anwen apsana aranka arwa assumpta asya atieno attracta aude aurelie
azizah azra babita bahar baljinder banu begona beryl bettina bindu binta biyu blanaid blathnaid blodwen boitumelo breda bridie carys ceridwen cerys chantelle
charu chipo chrystal clodagh concepta coralie cosima damaris davina deepti deirbhile delphine dervla dharshini dhriti dipti dorcas edie eleri eluned emmeline
eniola ermintrude evgenia fadzai farhana faridah fatuma feodora fionnghuala frieda funmilayo gaynor ghislaine ginette gitanjali githa goretti gulsum gwenda
gwendolen haf hafsa hafwen halimah halina hanne hasina heba heulwen hinemoa hineuru humaira iolanthe iona iseabail isha ishbel isolde izabela jayanti jocasta
josee josephina jyotsna kamla karishma kaukab kavya keitumetse kemi ketevan khanyisile khushi kirra kirsteen kylie laila lakeisha lalitha lata leena lilias
litia liudmila llinos lowri lwazi lynsey maddalena magdalene magdolna mahalia mahnoor mairi makeda makena mala malathi mamta mandisa manjusha manon mareike
margarethe marijke masuma meena meenal mehreen mehwish meinir menna mercia mereana mereoni merepeka meseret mhairi mirela mirjam morag morven mrinal mrunal
mylene myrtle nadira naila nandi nanette narelle nargis nayana nazia nazneen neeru neeta neriah nerida niharika nilufar nimisha njeri nneka noeleen nokuthula
noluthando nomfundo nontando noorjahan noraini ntombifuthi nurul nusrat nyambura ofelia olwyn omolara ondine onyinye ottilie padmini panna parvathi pegeen
peigi perdita pernille perpetua petronella petula phumla portia prunella puja purvi rachana raelene rahel rani ranjana ranjini ranjita rasheeda rathi raveena
razia reeta rehana reshma ripeka rohini roma rosaleen rosheen rubina rudo rumana rutendo ruwani sabiha sabitha safiya saiqa saira sakina sanne sayeeda senga
seonaid seonaidh shagufta shaheen shanaz sharda sharyn shefali shehnaz shubha shyamala sidrah siew sisilia siti siwan slindile sobia sohini sonal sravanthi
steffi suchitra sufia suhasini sujata sunanda surabhi sushila sylwia tabassum tanisha tarana taslima tasneem tejal tevaite thembeka thokozile titilayo torhild
trudi tsitsi tuulikki usma vaidehi valda valmai vani vasiti venetia verena vibha wairimu wanjiku waveney wikitoria winsome xoliswa yumna zaheera zahida zaleha
zarah zarina zebunnisa zenobia zinhle ziyanda zohra zwelibanu
"""

_EITHER = """
addison ade aiden akiko alex ali amahle aman amandeep amanpreet amarjeet amarjit amrit angel anh ari ariki ash ashley ashton avery avtar ayanda ayo bailey
balbir baljit balwinder bhupinder billie blair bobbie brook brooke cameron carey casey chandra charlie chris christie cody corey courtney dakota dale daljit
dallas dana daniele darcy davinder dayo deng devon dominique drew duc ebele eden eli elisha ellis emerson emery eun-ji evelyn fang farai finley frankie gabriele
gal gale garnet georgie gerry gurbir gurdeep gurdip gurinder gurmeet gurpreet gurvinder hadley hanh harbans harbhajan hardeep harinder harjeet harjinder harjit
harley harmeet harper harpreet harsimrat haruki harvinder hayden hieu hilary hiroko hua hunter huong hyun inderjit inderpreet indigo ira jackie jae jagdeep
jagjit jagmeet jaime jamie jan jaskaran jasmeet jaspreet jasvinder jaswinder jatinder jean jess jesse jessie ji-hoon jia jin jing jo jodie jody joginder jong
joon jordan jugraj jules julie jun justice kagisho kagiso kahu kai kaia kamaljit karabo karamjit karan kari katlego keegan kelly kelsey kemi kendall kenichi
kennedy kerry kim kiran kirby kit kris kristian kuldeep kuldip kulwant kulwinder kyung lakhvir lakhwinder lan lane laurie lee lei leigh lerato lesego lesley
leslie li lin lindsay lindsey ling linh logan loren lou lungile lynn mackenzie makoto mana manaia mandeep maninder manjeet manjit manmeet manpreet marian marion
marlowe masako mei mel meredith merle mi michele mickey micky mika min min-jun ming minh mohinder morgan mpho na naledi nan nana narinder naseem nasim nat
navdeep navjot navneet neo ngaio ngoc nicky nikita ning nkem nkosana nkosi noam noor nor ollie olu oluwatobi onthatile paramjeet paramjit parker parminder
parvinder pat payton peng peyton phoenix ping prabhjot qi qiang quinn rajinder rajwinder randy ravinder ravjot ravneet reese regan remy rene rewa ricki riley
robbie robin rongo roni rorisang rory rowan ruby sacha sam sandy sanele sasha satinder satnam satoru satwant satwinder seung shai shamim shannon sharanjit
shashi shawn shay shea shelby sidney simphiwe simran siyabonga skyler soo stacy stevie sukhbir sukhdeep sukhdev sukhdip sukhjinder sukhjit sukhpreet sukhwinder
sung surinder surjeet surjit swaran sydney taine tajinder tal tao tarlochan taylor tebogo teddy tejinder temi tendai terry thabile thanh thato themba thi ting
tobi tommie toni tracy tshepo tuan tumelo tyler uche unathi upinder val vanja viv vivian wandile wei wen whitney willie xia xiao xin yan yang yemi yi ying yong
yoshi young yu yuan yuki yun yuvraj zhi zohar
"""

_FAMILY_FIRST = """
ahn an bae bai baek ban bang bo byun cai cao cha chae chai chan chang chau chen cheng cheong cheung chi chiang chin chiu cho choe
choi chong chou chow chu chua chui chun chung dai dang deng dinh do dong duan duong eom fan fang feng foo fu fung gao goh gong gu guan guo gwon
ha hahm han hao he heng heo ho hoang hong hou hsiao hsieh hsu hu hua huang huh hui hung hur huynh hwang im jang jeon jeong ji jia jiang jin jo joo
ju jung kan kang kao ke khoo kim ko kong koo ku kuan kuo kwak kwan kwok kwon la lai lam lan lau law le lee leung li lian liang liao lim lin ling liu lo
loh loke low lu lui luo luong lyu ma mai man mao meng min mo moon nam nan ng ngai ngo nguyen ni nie no noh oh on ong ou ouyang pai pak pan pang
park peng pham phan phua pu qi qian qin qiu qu quach ren ri roh rong ryu seo seok seong shan shao shek shen shi shim shin sim so soh son
song su suh suk sun sung sze tai tam tan tang tao tay teh teng teo thio tian to ton tong tran trinh truong tsai tsang tse tseng tsui tu tung vo vu wai wan
wang wee wei wen weng wong woo wu xi xia xiang xiao xie xin xing xiong xu xue yam yan yang yao yap ye yee yen yeh yeo yeoh yeon yeow yeung yi yin yip
yiu yong yoo yoon you yu yuan yue yuen yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuo zou
"""

MEN = frozenset(fold(word) for word in _MEN.split())
WOMEN = frozenset(fold(word) for word in _WOMEN.split())
GIVEN = MEN | WOMEN | frozenset(_EITHER.split())
FAMILY_FIRST = frozenset(_FAMILY_FIRST.split())
"""Chinese, Korean and Vietnamese family names, which stand before the given name."""

_UNISEX = frozenset(_EITHER.split()) | (MEN & WOMEN)

_SHORT = """
abigail abby|albert al bert|alexander alex alec sandy|alexandra alex sandra|alfred alf fred|andrew andy drew|anthony tony|barbara barb|
benjamin ben|bernard bernie|catherine cathy kate katie|charles charlie chuck|christina chris tina|christine chris|christopher chris|
daniel dan danny|david dave|deborah deb debbie|donald don donnie|dorothy dot|edward ed eddie ted ned|elizabeth liz beth lizzie betty eliza|
eugene gene|francis frank|frederick fred freddie|geoffrey geoff|gerald gerry jerry|gregory greg|harold harry|henry harry hank|
jacob jake|jacqueline jackie jacqui|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess|john jack johnny jon|jonathan jon|
joseph joe|joshua josh|judith judy|katherine kate kathy katie|kathleen kathy kate|kenneth ken|kimberly kim|lawrence larry|leonard len|
louis lou|margaret maggie meg peggy|matthew matt|michael mike mick|mitchell mitch|mohammed mohammad muhammad mohamed mo|nathaniel nate nathan|
nicholas nick|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete|philip phil|raymond ray|rebecca becky|richard rick dick rich|
robert bob rob bobby|ronald ron|rudolph rudy|russell russ|samantha sam|samuel sam|sergei sergey|stephen steve|steven steve|
stuart stu|susan sue susie|theodore ted theo|theresa terry|thomas tom tommy|timothy tim|valerie val|victoria vicky|vincent vince|
walter walt|william bill will billy|zachary zach zack
"""
WOMENS_ENDINGS = ("a", "ah", "elle", "ette", "ine", "een", "lyn", "lynn", "leigh")
MENS_ENDINGS = ("o", "us", "os", "esh", "dran", "nathan", "ard", "ert", "old", "vik", "slav")
SYLLABLES = {
    **dict.fromkeys(["mei", "hui", "ling", "fang", "fen", "juan", "ying", "ting", "yun", "shu", "hsiu", "na", "li", "ju", "hua", "hsueh", "chiao", "lan", "yueh", "huei", "pei", "yi", "yu", "ching", "hsiao", "wan", "jung", "sook", "eun", "hee", "mi-kyung", "suk", "lin", "xin"], 1),
    **dict.fromkeys(["chung", "hsiung", "lung", "kuo", "tsung", "hung", "chiang", "jen", "wen", "ming", "wei", "chieh", "cheng", "sheng", "hsien", "te", "chih", "kang", "nan", "hao", "tai", "ping", "ho", "chun", "bin", "teh", "han", "yung", "hsin", "shih", "jui", "fu", "kuang", "chao", "liang", "hwan", "woo", "jong", "dae", "kwang"], -1),
}  # fmt: skip
"""Syllables of Chinese and Korean given names, and whether they are rather a woman's (1) or a man's (-1)."""
_NICKNAMES: dict[str, frozenset[str]] = {}
for _line in _SHORT.replace("\n", "").split("|"):
    _full, *_others = _line.split()
    for _word in (_full, *_others):
        _NICKNAMES[_word] = _NICKNAMES.get(_word, frozenset()) | {_full, *_others}


@lru_cache(MOST_KEPT)
def is_given(word: str) -> bool:
    """Whether a word is a common given name ("Siobhán", "Jean-Marc" by its first part)."""
    return fold(word) in GIVEN or fold(word.partition("-")[0]) in GIVEN


def gender_of(word: str) -> str:
    """ "m", "f" or "" where the name doesn't tell."""
    folded = fold(word)
    if folded.startswith("jean-"):
        return "f" if folded.partition("-")[2] in WOMEN - MEN else "m"
    if folded not in GIVEN:
        folded = folded.partition("-")[0]
    if folded in _UNISEX:
        return ""
    return "m" if folded in MEN else "f" if folded in WOMEN else ""


def leaning(word: str) -> str:
    """The gender that the ending of an unknown given name speaks for, "" where it speaks for none."""
    folded = fold(word)
    if "-" in folded and all(part in SYLLABLES for part in folded.split("-")):
        votes = sum(SYLLABLES[part] for part in folded.split("-"))
        return "f" if votes > 0 else "m" if votes < 0 else ""
    if len(folded) < 4 or is_given(folded):
        return ""
    return "f" if folded.endswith(WOMENS_ENDINGS) else "m" if folded.endswith(MENS_ENDINGS) else ""


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: equal, an initial, or a usual short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    return other in _NICKNAMES.get(one, ())
