"""Frequent words that this project's authors wrote down from general knowledge; each list runs from frequent to rare.

They stand in where no openly licensed frequency list of the writing was found: chat spellings of Arabic and of
Hindi/Urdu in Latin letters, Haitian Creole, Somali, and the short words of Filipino chat.
"""
# ruff: noqa: SIM905 - lists of words read better as words

ARABIZI = """
ana enta enti enty inta ento howa heya ehna e7na homa huma wallah walla wallahi ya yalla yallah el al fi fe fel 3ala
3al 3la min men ma mafi mafish mesh mish mosh mch msh la la2 aywa aiwa na3am ah eh eih leh lesh leish laish shu shoo
sho chou chno wesh wach wash wech kif kifak kifik keef kefak ezay ezayak ezayek izayak azay ayna feen fein wein wen
win meen mino inshallah inshalla nshallah insha2allah alhamdulillah hamdulillah el7amdolellah hamdoulah hamdoullah
sob7an allah rabbi rabi rabena yarab yarabi salam salamo slm 3alaykom 3likom 3alikoum aleykoum marhaba mar7aba ahlan
ahla sabah sba7 saba7 el5er elkheir lkhir msa mesa masa habibi 7abibi habibti 7abibti 7abiby hbibi 7bibi bgd begad b2a
ba2a ba2y tab tb tayb ba7ebak bahebak ba7ebek bahebek b7bk b7ebak bhebak bhebik w wi aw bs ana2 2ana ntom antom hyya
hiyya howwa huwwa uskot eskot khalas 5alas khalass yla ylla sho2 wallahy walahy wlahy balad blad bladi fekra fikra fkr
3rf a3rf 3rft arf ghalat 8alat sa77 tol toul tool bte3raf bet3raf mst mestanny mstani estanna istanna hna hena hon
hunik henak hnak hnaya fo2 foo2 ta7t gamb janb wara odam abl m3lsh ma3lesh maalesh m3lish mlish 7aram haram wa7ed
wahed wa7da wahda tnen etnen talata arba3a 5amsa khamsa sab3a tmanya tes3a 3ashra sana seneen sneen youmen yomen 2elt
elt 2al 2alet a2ol byo2ol m7tag me7tag mehtag m7taj mi7taj sa3ed sa3edny sa3dni sa3douni momken mumkin mmkn lazem
lazim lzm daroory daruri mostashfa mustashfa doctor dawa 3yan 3ayyan mareed marid ghali 8ali rkhis rkhees shari3na
7ayna baladiya zebala zbala mgari magary 7ofra akhi khoya khouya khti okhti a5i 5ouya sadi2i sahbi sa7bi sa7by ya3ni
y3ni bas bass kaman kamen kman brdo bardo bardou lissa lessa dilwa2ti delwa2ty hala2 halla2 hallak alyom elyom
elnaharda naharda lyoum youm bukra bokra imbare7 embare7 mbare7 lbareh lyouma ghodwa ghedwa daba tawa tawwa drwk
darwak dork kteer ktir kter kteeer ketir awi awy gedan giddan jiddan bzaf bezzaf barcha yaser kolo kollo kol kull kulo
kulna kolna kolkom 3andi 3andy 3andek 3andak 3andna 3andkom 3andhom 3ndi 3ndk ma3andi 3ayez 3ayza 3awez 3awza bde
bedde biddi baddi biddak bghit nheb n7eb habb raye7 ray7 rayeh rayi7 ra7 rah rahi raho rani rak raki ranak rana rahom
jay gay geet ji jit jaya mashi machi tayeb tayyeb tamam tmm 3arfa 3aref 3arif 3arfeen ba3ref ma3refsh ma3raf na3raf
ta3ref chouf shof shoof shuf shoft choft choufi bshof bashoof haga 7aga hagat 7agat shi shay2 shwaya shwayya chwiya
chwaya shway shwai 3ashan 3shan 3alashan 3lashan lian la2en li2ano khater khatar keda kida kda hek heik hayk haik
hayda haida hada hadi hadihi hatha da di dy dol dool dah hadshi hadchi hadak hadik hado hadou elli lli illi ely li lik
liya leek lek leya liha lih lina lena lel lil bel bil fih feeh fiha feha fihom fina fiya feya ma3 ma3a m3a ma3aya
ma3ak m3ak m3aya ma3ana m3ana ma3koum ma3hom ba3d ba3den ba3deen ba3da b3d 2abl 9bal qbal kbal kan kanet kano kanou
kont kunt kona konna kount ykoun ykon bykoon yekon tkoun bikoon kayn kayen kayna makayn makanch makach makansh
el7amdulilah shokran shukran choukran chokran sa7a saha sahit afwan 3afwan 3fwan lwsam law lw samaht samahti low
sama7t mabrouk mabrook mobarak mobarek mabrok mbrouk mbarek ramadan 3eid 3id eid sa3id sa3eed bent bnt binti benti
walad wld weld wlad ulad awlad banat bnat nas elnas lnas nass ennas rajel ragel mara mra mrati 3ami 3amo khali abi
abuy baba mama ommi oummi ummi yemma yamma jeddi teta 3ayla 3a2ila dar eldar beit bet elbeit bayt byt beitna dari
darna madrasa madrassa jami3a gam3a shoghl sho8l shughl khedma khdma 5edma fallous floos flous flus masari massari
drahem dinar maya mayya may moya moyya lma mai kahraba kahrba ka2raba noor nour dow daw share3 shari3 chare3 tari2
tare2 trik tri9 zay zayy zayak zayek metel mitl mitil mtl kima kifma 7elw 7elwa helw helwa 7ilwe hilwe jamil gameel
gamil zwin zwina mli7 mlih mleh bahi behi wa3ra wa3er 2ol 2oly olly oltelo olt 2olt golt gultlak goulou gol goli ngoul
ngolek ygoul y9oul gal galet galou 9al 9alek qal qalet 3omri 3omry 3omrak 3omrek 7ayati hayati alby 2albi albi galbi
9albi qalbi rohy rou7i ro7i nshuf nshof nchouf nchof nroh nrou7 nro7 arou7 arooh aru7 roo7 rou7 rouh ta7ya tahya vive
l3ezz jazayer djazair dzair dz ljazair lmaghrib maghreb masr misr tounes tunis lebnan lobnan sourya filistin falasteen
wlh wlhi wlla wla wala walo waloo ola wela yaani 3adi 3ady 3adyy sa7 sah s7i7 sahih akid akeed allahoma allahouma amin
ameen amine yrahmo yer7amo yer7am yarhem rahmat rahmato rab fhmt fhemt fahem fahma fhamt sma3t sma3 sam3ni esma3 isma3
ghir gher ghair bghina bghaw 7ta hatta 7atta 7ata had kayf 7al hal 7alak 7alek halak a7wal ahwal labas labes cv hamdla
lhamdolah lhamdoulilah
""".split()

HINDUSTANI = """
hai hain he h hn ho hoon hun hy hay hia hen ky ke dy sy ny ly ty hu hoo tha thi the thay thin ka ki kay ko k se say
mein main mai me mn mei mujhe mujhay mje mjhe mujh tum tm tumhe tumhara tumhari tumhare tera teri tere tu aap ap apka
apki apke aapka aapki aapke apko aapko apne apna apni app ye yeh yea yhi yahi yahan yaha wo woh wahi wahan waha vo us
uska uski uske usko use usay un unka unki unke unko unhe unhon is iska iski iske isko isay in inka inki inke inko kya
kia kyun kyu kyon kiyun q kaise kesy kese kaisa kesa kaisi kesi kab kahan kaha kidhar kon kaun kitna kitne kitni kis
kisi kisko kuch kuchh kch koi koe nahi nahin nhi nai nhe ni na mat nahe hi bhi bi b bhe to tou toh tw par pr per magar
lekin lkn aur or our aor ya agar agr jab jb tab tb ab abhi abi phir phr fir bahut bohat bohot buhat bht boht bhot
zyada ziada zyda kam sab sb sabse sare sara sari pura poora puri acha achha achi achhi ache accha achay theek thik tik
sahi shi sai galat bura kar kr karo kro karna krna karne krne karte krte karta krta karti krti kiya kiye karega krega
karunga karenge krenge karke krke karain karen karein krain raha rha rahe rhe rahi rhi rahay rahta rehta rehti rehte
gaya gya gayi gai gae gaye gye jata jati jate jana jaa ja jao jaye jae jaiye jayega jaega jaunga jaenge aa aao aya
aaya aayi ai aye aaye ana aana ata aata ati aati ate aate ayega aega diya dia di de do dena dein dedo deta deti dete
dunga dega dijiye dijiay liya lia li le lo lena lete leta leti lunga lega liye liay lye liyay wala wali wale walay
walo waala walon hota hoti hote hua huwa hui huye hue hona hone hogaya hogya hogi hoga honge sakta skta sakti skti
sakte skte chahiye chahie chaiye chahye chahta chahti chahte bhai bhaii bhaiya bro yar yaar dost behan behen bhen maa
baap baba abu ammi papa beta bete beti bacha bachay bache bachi log logo logon loog admi aadmi aurat larka larki ladka
ladki ghar ghr pani paani bijli sadak sarak rasta gali kaam paise paisa pesa rupay school hospital gaon shehar mulk
desh watan pakistan india hindustan din raat subha subah sham kal aaj aj ajj waqt time sal saal mahina baje pehle
phele pahle baad bad bd dil pyar pyaar mohabbat ishq zindagi zindgi jaan jan khuda allah rab inshallah mashallah
alhamdulillah subhan salam slam assalam walaikum namaste ram jai shukriya shukria meharbani dhanyavad baat bat batao
btao bata bta bataya batain btain bolo bol bola bolna bolta bolti bole keh kahna kehna kehte kehta kehti kaho sun suno
suna sunna dekh dekho dekha dekhna dekhe dekhte dekhta mera meri mere mery hum ham hm hamara hamari hamare hmara hmari
hmare humara humari humare hame hamein humein humko hamko sath saath lie bina baghair jaisa jaise jese jaisi jesy jesa
aisa aise esa ese aisi itna itni itne utna utni wese waise vaise bas bs sirf srf khud apnay samajh smjh samjh samjha
pata pta maloom malum yaad yad socha soch sochna lagta lgta lagti lagi laga lga milta mila mili mile milna milega
acchi khush khushi dukh gham rona rota hansi hasna khel khelna khana khaana piya peena pina sona sota uthna chalo chal
chalta chalna chala chali chale janab sahab sahib saheb ji jee g sir bhaijan hazrat hakumat hukumat sarkar wazir neta
vote party modi imran nawaz sharif kutta kutte pagal bakwas bewakoof jhoot jhooth sach such sacha jhota haram sharam
izzat zaroor zarur zroor shayad shyd warna wrna kyunke kyunki kiunke kiu kiyu chuka chuki chuke rakho rakha rakhna
rakhte rkh rkha hath haath aankh ankh mun sar pair ne nay tak tk andar bahar upar uper neeche niche samne peeche piche
aage agay dono teen char panch das sau hazar lakh aglay pichlay agle pichle bolun likho likha likhna parho parha
parhna pucho pocha poocha bhejo bheja masla maslay masail
""".split()

HAITIAN = """
mwen m ou w li l nou n yo y ki sa se pa te ap a an nan pou ak avek yon youn gen genyen ka kapab kab fè fe ale al vini
vin di bay ban ba pran wè we konnen konn kote kot kijan kouman poukisa konbyen kilè kile kisa kiyès kiyes eske èske
tanpri silvouplè silvouple mèsi mesi anpil pil ampil la lan yo sou anba devan dèyè deye anndan deyò deyo bò bo lakay
kay moun timoun fanmi fi gason madanm mouche manman papa frè fre sè zanmi dlo manje grangou dòmi domi malad lopital
doktè dokte medikaman remèd remed lekòl lekol travay lajan kòb kob machin wout lari telefòn telefon ayiti pòtoprens
potoprens lakou kafou jakmèl leyogàn leyogan gonayiv okay okap delma peyi leta gouvènman gouvenman zon nèg neg jodi
jodia demen yè ye kounye kounyea kounya toujou janm jamè jame ankò anko deja poko apre avan depi jiska lè le lè maten
swa aswè aswe jou semèn semen mwa ane bezwen bezouin bezwe vle renmen remen ede èd ed jwenn jwen tann rele ekri li
reponn reponn voye mete pati rete viv mouri kite chache chèche koute tande pale bon byen bel bèl gwo piti tipiti nouvo
vye lòt lot tout chak kèk kek okenn anyen pèsonn pesonn menm mem jis selman sèlman sèl plis mwens twòp twop men e epi
oswa oubyen paske pase paske si tankou kòm kom pandan san kont ant pita vit sante tranbleman tè te kraze tonbe viktim
sekou tant abri kriye soufri fatra lamizè lamize lapè lape lavi lanmò lanmo bondye bondje jezi senyè legliz bonjou
bonswa kòman koman ça sak pase map boule wi non dakò dako tèlman telman vreman vrèman vrman mwenmenm nap map wap lap
yap pap tap gentan fin fini kòmanse komanse kontinye eseye sonje bliye kwè kwe panse santi gade gad achte vann peye
madi lendi mèkredi mekredi jedi vandredi samdi dimanch en de twa kat senk sis sèt set uit nèf nef dis ven san mil
""".split()

SOMALI = """
waa iyo in ka ku oo uu ay la u si ee ah ma aan waxaa waxa waxay wuxuu wuxu waxaan waxaanu waxaad ayaa ayuu ayay ayaan
baa buu bay kale kala soo uga ugu kaga loo lagu laga isku iska isaga iyada iyaga aniga adiga annaga anaga innaga
idinka kani tani kuwan kuwaas kaas taas tan kan mid midka labo laba saddex sadex afar shan lix toddoba siddeed sagaal
toban maxaa maxay maxaad halkee xagee goorma sidee side yaa kuma keebaa immisa imisa sababta haa maya mahadsanid
mahadsantahay fadlan salaam asalaamu caleykum wacleykum nabad subax wanaagsan galab habeen iska warran wacan guri
guriga aqal biyo biyaha cunto caafimaad isbitaal dhakhtar daawo iskuul dugsi ardayda macallin shaqo lacag waddo wado
jid magaalo magaalada dal dalka dadka dad qof qofka nin ninka naag naagta haween caruur carruur ilmo wiil gabar gabadh
aabo aabe hooyo walaal walaalo saaxiib saxiib jecel jeclahay rabaa rabtaa doonayaa doonaya doonaa karaa kartaa kara
karin tagay tagtay tag kaalay imid yimid timid tahay yahay yihiin ahay aheyd ahaa ahayd nahay tihiin lahaa leh
leeyahay leedahay leeyihiin jira jirta jirtaa jiraa jiray jirtay joogaa jooga maanta berri beri shalay hadda hadeer
markii marka mar kadib ka dib kahor ka hor horta weli wali mar walba had iyo jeer sanad sannad bil toddobaad maalin
maalinta saac saacadood soomaaliya somalia soomaali soomaaliyeed muqdisho xamar hargeysa puntland madaxweyne
madaxweynaha dowladda dawladda xukuumadda wasiirka wasiir ciidanka ciidamada booliska badan badnaa yar weyn wanaagsan
fiican xun cusub hore dambe dhan dhammaan oo dhan qaar qaarkood wax waxba laakiin lakin balse hase haddii hadii
sababtoo inkastoo ilaa ilaalo tan iyo sheegay sheegtay sheegeen yiri tiri dhacay dhacday helay heshay sameeyay
sameeyey qabay qaatay keenay siiyay socda socota bilaabay furay xiray dhintay dhaawacmay igu kugu naga iga kaa noo kuu
ii iigu inay inuu inaan inaad in ay in uu kuwa kuwii kii tii kiisa keeda kooda teeda tooda keena kaaga kayga tayda
""".split()

FILIPINO_CHAT = """
ang ng sa na mga at ay po opo ko mo ka ako siya sya kami tayo kayo sila namin natin ninyo nyo nila niya nya nang ni si
kay para kasi kse dahil hindi hinde di wala walang may meron mayroon ba naman nman lang lng din rin daw raw pala pla
pa nga na lang nalang talaga tlga tlaga siguro sguro sana sna ano anong anu sino saan san kailan kelan bakit bat paano
pano magkano ilan alin nasaan asan ito eto to iyan yan yun yung iyon ung dito dto diyan dyan jan doon dun ganito
ganyan ganun ganoon salamat slamat maraming kuya ate lods idol sir mam maam boss bossing pre pare tol besh mare tita
tito lola lolo nanay tatay oo oo nga hala grabe sobra sobrang ganda gandang galing ang galing astig sarap saya masaya
malungkot nakakatawa nakakainis sayang swerte gusto ayaw pwede puede pede puwede kaya baka parang prang mas pinaka
lahat lhat iba ibang isa dalawa tatlo apat lima tubig ilaw kuryente kalsada bahay daan barangay brgy baha bagyo ulan
basura tulong saklolo ospital gamot pagkain ulam kanin pera trabaho eskwela gawa gawin ginawa gagawin kain kumain
kakain punta pumunta pupunta sabi sabihin sinabi bili bumili bigay binigay hanap tanong alam alamin nakita kita
tingnan tignan panood nood naka nag mag nagpa magpa ipa ikaw ikw ikaw lang akin iyo sayo kanya atin amin inyo kanila
saken sakin samin satin ngayon ngaun bukas kahapon kanina mamaya mmya maya lagi palagi minsan araw gabi umaga hapon
tanghali linggo buwan taon mahal minamahal mabuhay ingat ingatan pakiusap paki pasensya patawad sorry po pahingi
pakisabi paturo patulong kahit pero ngunit kung kapag pag habang hanggang bago pagkatapos tapos tas tpos saka tsaka at
saka tao bata babae lalaki pinoy pinay pilipino pilipinas bayan mundo diyos lord panginoon
""".split()
