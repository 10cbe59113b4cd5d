"""How people head the columns of their lists: our own words in English, Armenian, Russian, Azerbaijani and Georgian.

Phrases are parted by commas and line ends, each language beginning on a new line; they are folded before they are
compared, so case, accents, punctuation and ё/е do not matter.
"""

import re
from types import MappingProxyType

from standby.exchange.fields import Field, LeftOut
from standby.exchange.folding import fold

# A bare "name" is the given name where a surname stands beside it, else the whole name.
_BARE_NAME = "name, անուն, имя, ad, adı, სახელი, nom, անունը"

_FIELDS: dict[Field, str] = {
    Field.GIVEN: """
        first name, given name, forename, given, firstname, givenname, fname, first, prénom
        անուն առանց ազգանվան, имя собственное, şəxsi ad, პირველი სახელი
    """,
    Field.SURNAME: """
        last name, surname, family name, lastname, family, second name, lname, last, nom de famille
        ազգանուն, ազգանունը, фамилия, soyad, soyadı, გვარი
    """,
    Field.PATRONYMIC: """
        middle name, patronymic, father name, fathers name, father's name, name of father, middlename
        հայրանուն, հայրանունը, հոր անունը, հոր անուն, отчество, имя отца, ata adı, atasının adı, მამის სახელი
    """,
    Field.FULL_NAME: """
        full name, name and surname, name surname, surname name, first and last name, volunteer name, fullname, full,
        volunteer, person, contact name, name of volunteer, participant, applicant, first name last name
        անուն ազգանուն, ազգանուն անուն, ազգանուն անուն հայրանուն, անուն ազգանուն հայրանուն, ԱԱՀ, կամավոր,
        կամավորի անունը, անուն և ազգանուն
        фио, ф и о, имя фамилия, фамилия имя, фамилия имя отчество, имя и фамилия, фамилия и имя, волонтер, доброволец,
        полное имя, участник
        ad soyad, soyad ad, adı soyadı, soyadı adı, soyad ad ata adı, tam adı, könüllü, ad və soyad, saa, s a a
        სახელი გვარი, გვარი სახელი, სახელი და გვარი, სრული სახელი, მოხალისე
    """,
    Field.BIRTH_DATE: """
        date of birth, dob, birth date, birthday, born, birthdate, year of birth, birth year, d o b, born on
        ծննդյան ամսաթիվ, ծննդյան ամսաթիվը, ծնված, ծննդյան օր, ծննդյան թիվ, ծննդյան տարեթիվ, ծննդյան տարի
        дата рождения, день рождения, д р, др, год рождения, г р, гр, родился, рожд
        doğum tarixi, təvəllüd, doğum ili, anadan olduğu tarix, doğulduğu tarix
        დაბადების თარიღი, დაბადების წელი, დაბადების დღე
    """,
    Field.AGE: """
        age, years old, age years
        տարիք, տարիքը, возраст, лет, полных лет, yaş, yaşı, ასაკი
    """,
    Field.UNDER_AGE: """
        under age, minor, under 18, is minor, անչափահաս, несовершеннолетний, младше 18, yetkinlik yaşına çatmayan,
        18 yaşdan aşağı, არასრულწლოვანი
    """,
    Field.PHONE: """
        phone, mobile phone, mobile, telephone, cell, cell phone, phone number, tel, mobile number, whatsapp,
        home phone, telephone number, contact phone, phone1, phone2, phone 1, phone 2, viber, contact number, msisdn,
        additional phone, second phone, other phone
        հեռախոս, հեռախոսահամար, բջջային, հեռ, բջջային հեռախոս, հեռախոսի համար, հեռախոսը, լրացուցիչ հեռախոս
        телефон, мобильный, сотовый, тел, номер телефона, мобильный телефон, моб, моб телефон, контактный телефон,
        сотовый телефон, домашний телефон, контакты, доп телефон, второй телефон
        telefon, mobil telefon, telefon nömrəsi, əlaqə nömrəsi, mobil, nömrə, əlaqə telefonu, əlavə telefon
        ტელეფონი, მობილური, ტელეფონის ნომერი, ტელ, მობილურის ნომერი, ნომერი
    """,
    Field.EMAIL: """
        email, e mail, mail, email address, e mail address, mail address
        էլ փոստ, էլփոստ, էլեկտրոնային փոստ, էլ հասցե, էլ փոստի հասցե, մեյլ
        электронная почта, эл почта, почта, имейл, мейл, адрес электронной почты, эл адрес, майл
        e poçt, elektron poçt, epoçt, e poçt ünvanı, elektron ünvan, mail ünvanı
        ელფოსტა, ელ ფოსტა, ელექტრონული ფოსტა, მეილი, იმეილი
    """,
    Field.OCCUPATION: """
        occupation, profession, job title, skills, skill, deployable roles, deployable role, speciality, specialty,
        specialisation, specialization, trade, job, what can you do, role, roles, can do, qualification, qualifications,
        how can you help, offers to do, position, type of help, help offered
        մասնագիտություն, մասնագիտությունը, զբաղմունք, աշխատանք, հմտություններ, որակավորում, պաշտոն, ինչով կարող է օգնել,
        ինչ կարող է անել, դեր, պաշտոնը, զբաղվածություն
        профессия, специальность, должность, навыки, специализация, род занятий, кем работает, чем может помочь, роль,
        квалификация, умения, вид помощи, что умеет, занятие, проф, роли
        peşə, ixtisas, vəzifə, bacarıqlar, sənət, peşəsi, ixtisası, işi, vəzifəsi, nə edə bilər, necə kömək edə bilər,
        rol
        პროფესია, სპეციალობა, თანამდებობა, უნარები, საქმიანობა, როლი, რით შეუძლია დახმარება, კვალიფიკაცია
    """,
    Field.LEVEL: """
        level, experience, years of experience, skill level, competency, seniority, competency rating, work experience,
        proficiency
        փորձ, աշխատանքային փորձ, մակարդակ, ստաժ, աշխատանքային ստաժ, փորձառություն
        опыт, стаж, опыт работы, уровень, стаж работы, категория
        təcrübə, iş təcrübəsi, səviyyə, staj, iş stajı, dərəcə
        გამოცდილება, სტაჟი, სამუშაო გამოცდილება, დონე
    """,
    Field.LICENCE_KIND: """
        certificate, licence, license, licence type, license type, certification, professional licence
        լիցենզիա, վկայական, հավաստագիր, сертификат, лицензия, вид лицензии, аккредитация, sertifikat, lisenziya,
        lisenziyanın növü, ლიცენზია, სერტიფიკატი
    """,
    Field.LICENCE_NUMBER: """
        licence number, license number, licence no, license no, certificate number, certificate no, registration number,
        registration no, diploma number, licence nr, diploma no
        լիցենզիայի համար, լիցենզիայի համարը, վկայականի համար, դիպլոմի համար, վկայականի համարը
        номер лицензии, лицензия номер, номер сертификата, номер диплома, номер удостоверения, лицензия no
        lisenziya nömrəsi, lisenziyanın nömrəsi, sertifikat nömrəsi, diplom nömrəsi
        ლიცენზიის ნომერი, სერტიფიკატის ნომერი, დიპლომის ნომერი
    """,
    Field.LICENCE_ISSUER: """
        licence issuer, license issuer, issued by, issuing authority, issuer, licensing body, registry
        տրվել է, ում կողմից է տրվել, լիցենզիան տվող մարմին, լիցենզիայի տրամադրող, տրված է ում կողմից
        кем выдана, кем выдан, выдана, орган выдавший лицензию, кем выдано
        kim tərəfindən verilib, verən orqan, lisenziyanı verən, lisenziyanı verən orqan
        გამცემი, ვინ გასცა, ლიცენზიის გამცემი
    """,
    Field.LICENCE_EXPIRY: """
        licence expiry, license expiry, expiry date, expires, valid until, licence valid until, expiry, expiration date,
        expires on, licence expires, license expires, valid to
        ուժի մեջ է մինչև, վավեր է մինչև, լիցենզիայի ժամկետ, լիցենզիայի վավերականություն, գործում է մինչև
        действует до, срок действия, действительна до, лицензия действует до, годен до, действительно до, срок лицензии
        etibarlıdır, qüvvədədir, bitmə tarixi, etibarlılıq müddəti, lisenziyanın müddəti
        მოქმედებს მდე, ვადა, მოქმედების ვადა, ლიცენზიის ვადა
    """,
    Field.DRIVING_CLASS: """
        driving licence, driving license, driver licence, drivers licence, driver's license, driving licence class,
        driving class, licence class, driving categories, drivers license, driving licence category, driving category
        վարորդական իրավունք, վարորդական կարգ, վարորդական վկայական, իրավունքի կարգ, վարորդական իրավունքի կարգ
        водительские права, права, категория прав, водительское удостоверение, категории прав, кат прав, категория ву
        sürücülük vəsiqəsi, sürücülük kateqoriyası, vəsiqə kateqoriyası, sürücülük
        მართვის მოწმობა, მართვის მოწმობის კატეგორია, მართვის კატეგორია
    """,
    Field.TAGS: "tags, has, checks, նշումներ կոդով, теги, метки, teqlər, ტეგები",
    Field.LANGUAGES: """
        languages, language, spoken languages, languages spoken, speaks, langs, lang, foreign languages
        լեզու, լեզուներ, լեզուներ որոնցով խոսում է, լեզուների իմացություն, խոսում է
        языки, язык, владение языками, знание языков, какие языки, какими языками владеет, иностранные языки
        dil, dillər, dil bilikləri, bildiyi dillər, hansı dilləri bilir
        ენა, ენები, ენების ცოდნა, რა ენებს ფლობს
    """,
    Field.FIRST_DAY: """
        available from, from, free from, first day, start of availability, from date, earliest date, can come from,
        arrival, arrival date, date from, first date, availability start
        սկսած, երբվանից, ազատ է սկսած, սկիզբ, երբվանից է ազատ, առաջին օր, առաջին օրը, սկզբի ամսաթիվ
        с, доступен с, свободен с, начало, дата начала, с какого числа, с даты, первый день, готов выехать,
        дата приезда, может с, свободна с, когда может приехать
        başlanğıc, nə vaxtdan, hansı tarixdən, tarixdən, ilk gün, gəlmə tarixi, boşdur nə vaxtdan
        დან, საიდან თავისუფალია, დაწყება, პირველი დღე, დაწყების თარიღი, როდიდან, ჩამოსვლის თარიღი
    """,
    Field.LAST_DAY: """
        available to, available until, to, until, till, last day, end of availability, to date, free until, free to,
        departure, departure date, date to, last date, availability end
        մինչև, մինչև երբ, ազատ է մինչև, վերջ, վերջին օր, վերջին օրը, ավարտի ամսաթիվ
        по, до, доступен до, свободен до, конец, дата окончания, до какого числа, по дату, последний день, дата отъезда,
        может до, свободна до
        bitmə, nə vaxtadək, nə vaxta qədər, hansı tarixədək, tarixədək, son gün, getmə tarixi
        მდე, დასრულება, ბოლო დღე, დასრულების თარიღი, როდემდე, გამგზავრების თარიღი
    """,
    Field.DAYS: """
        availability, available, dates, when, when available, free dates, dates available, available dates, windows,
        when can you come, period, days
        երբ է ազատ, հասանելիություն, ազատ օրեր, օրեր, երբ կարող է գալ, ժամկետ, ժամանակահատված, ամսաթվեր
        когда может, доступность, даты, когда свободен, период, сроки, дни, когда доступен, свободные даты, готовность
        nə vaxt boşdur, tarixlər, müddət, boş günlər, nə vaxt gələ bilər, günlər, dövr
        როდის არის თავისუფალი, ხელმისაწვდომობა, თარიღები, პერიოდი, როდის შეუძლია ჩამოსვლა, დღეები
    """,
    Field.MAX_STAY: """
        max stay, maximum stay, how long, number of days, length of stay, days available, max days, how many days,
        max stay days, duration, how long can you stay, longest stay
        քանի օր, առավելագույն օրեր, որքան ժամանակով, օրերի քանակ, քանի օրով
        на сколько дней, сколько дней, на какой срок, срок, количество дней, длительность, максимум дней, на сколько
        neçə gün, neçə günlük, maksimum gün, gün sayı, nə qədər müddətə
        რამდენი დღით, რამდენი დღე, დღეების რაოდენობა, მაქსიმალური ვადა
    """,
    Field.HOME: """
        home, town, city, place of residence, home town, hometown, residence, lives in, location, home l1, home l2,
        home l3, home l4, city of residence, where do you live, travelling from, coming from, home city, settlement,
        region
        քաղաք, բնակավայր, բնակության վայր, որտեղից, որտեղ է ապրում, քաղաքը, բնակության վայրը, գյուղ քաղաք, մարզ
        город, место жительства, населенный пункт, откуда, город проживания, проживает, г, место проживания, регион
        şəhər, yaşayış yeri, haradan, yaşadığı şəhər, yaşadığı yer, rayon, şəhəri
        ქალაქი, საცხოვრებელი ადგილი, საიდან, სად ცხოვრობს, დასახლება
    """,
    Field.HOME_COUNTRY: """
        country, home country, country of residence
        երկիր, բնակության երկիր, страна, страна проживания, ölkə, yaşadığı ölkə, ქვეყანა, საცხოვრებელი ქვეყანა
    """,
    Field.VEHICLE: """
        vehicle, car, has car, own car, has a car, has vehicle, own vehicle
        մեքենա, ավտոմեքենա, սեփական մեքենա, ունի մեքենա, տրանսպորտ
        машина, автомобиль, авто, личный автомобиль, есть машина, наличие автомобиля, своя машина, транспорт,
        наличие авто
        maşın, avtomobil, şəxsi avtomobil, maşını var, nəqliyyat
        მანქანა, ავტომობილი, საკუთარი მანქანა, ჰყავს მანქანა, ტრანსპორტი
    """,
    Field.SEATS: """
        seats, free seats, seats in car, spare seats, number of seats, passengers, car seats, available seats
        տեղեր, ազատ տեղեր, մեքենայի տեղեր, տեղերի քանակ, ազատ տեղեր մեքենայում, քանի ազատ տեղ
        места, свободные места, мест в машине, количество мест, свободных мест, мест, места в машине
        yerlər, boş yer, boş yerlər, maşında yer, yer sayı, maşında boş yer
        ადგილები, თავისუფალი ადგილები, ადგილები მანქანაში
    """,
    Field.OWN_TRAVEL: """
        travel, own travel, travels on own, own transport, comes by own means, transport, travel by
        սեփական տրանսպորտ, գալիս է ինքնուրույն, свой транспорт, доберется сам, приедет сам, добирается самостоятельно,
        öz nəqliyyatı, özü gəlir, საკუთარი ტრანსპორტი, თავად ჩამოდის
    """,
    Field.OWN_LODGING: """
        lodging, own lodging, accommodation, own accommodation, has accommodation, needs accommodation, has lodging,
        needs lodging, place to stay, housing
        կացարան, սեփական կացարան, ունի կացարան, կացարանի կարիք, գիշերակաց
        жилье, свое жилье, есть жилье, нужно жилье, проживание, где остановится, нуждается в жилье
        yaşayış, öz yeri var, qalmağa yeri var, yaşayış ehtiyacı, gecələmə
        საცხოვრებელი, აქვს საცხოვრებელი, საჭიროებს საცხოვრებელს, ღამისთევა
    """,
    Field.PARTY: """
        party, group, travelling with, travels with, group name, team name, comes with, family group
        խումբ, ում հետ, խմբի անունը, ընտանիք, ում հետ է գալիս
        группа, с кем едет, команда, едет с, название группы, вместе с, с кем, экипаж
        qrup, kiminlə gəlir, komanda, qrup adı, kiminlə
        ჯგუფი, ვისთან ერთად, გუნდი, ჯგუფის სახელი
    """,
    Field.REGISTERED_AT: """
        registered at, registered on, registered, registration date, timestamp, date registered, submitted at,
        date of registration, created at, date created, submitted, signed up, sign up date, date added
        գրանցման ամսաթիվ, գրանցվել է, գրանցման օր, դիմելու օր, գրանցման ժամանակ, դիմելու ամսաթիվ
        дата регистрации, зарегистрирован, дата обращения, дата заявки, отметка времени, дата записи, время регистрации
        qeydiyyat tarixi, qeydiyyat, müraciət tarixi, qeydiyyat vaxtı, vaxt möhürü
        რეგისტრაციის თარიღი, დარეგისტრირდა, განაცხადის თარიღი, რეგისტრაციის დრო
    """,
    Field.AFFILIATION: """
        organisation, organization, affiliation, branch, employer, member of, workplace, place of work, company,
        trainee organisation, institution
        կազմակերպություն, աշխատավայր, հիմնարկ, պատկանելություն, աշխատանքի վայր
        организация, место работы, учреждение, членство, компания, отделение
        təşkilat, iş yeri, müəssisə, üzvlük, qurum
        ორგანიზაცია, სამუშაო ადგილი, დაწესებულება
    """,
    Field.LIST: """
        list, source list, list name, source, ցուցակ, ցուցակի անունը, աղբյուր, список, источник, название списка,
        siyahı, siyahının adı, mənbə, სია, სიის სახელი, წყარო
    """,
}

_LEFT_OUT: dict[LeftOut, str] = {
    LeftOut.NO_PURPOSE: """
        sex, gender, religion, blood type, blood group, nationality, ethnicity, ethnic group, citizenship, passport,
        passport no, passport number, passport country, passport expiry date, national id, id number, id card,
        social card, social insurance number, social insurance place, health insurance number, health care provider,
        salary, monthly salary, salary grade, salary start date, salary end date, marital status, political party,
        party membership, race, weight, height, shirt size, education, education level, degree name, major, grade, year,
        institute, initials, title, mr ms, staff level, staff id, volunteer id, organisation id, unique id, id, no, nr,
        number, row, status, active, person type, persontype, hr type, skype, twitter, facebook, instagram, telegram,
        callsign, teams, trainings, projects, department, office, facility type, exact coord, home lat, home lon,
        permanent lat, permanent lon, lat, lon, home address, home street address, home postcode, permanent address,
        permanent postcode, permanent country, permanent l1, permanent l2, permanent l3, permanent l4, address, street,
        postcode, postal code, zip, state, medical conditions, disabilities, tax number, inn, bank account, iban, kv xx,
        photo, signature, start date, end date, employment start, course, venue, hours, programme, strategy, project,
        event name, event type, shelter, unit, reference, check in date, check out date, qualitative feedback,
        frequency, filter, notify on, method, url, resource, entity, entity type, matcher, group type, script, cluster,
        incident, budget, onetimecost, dailycost, date, month, military service, rank
        սեռ, կրոն, արյան խումբ, ազգություն, քաղաքացիություն, անձնագիր, անձնագրի համար, սոցիալական քարտ,
        ընտանեկան դրություն, կրթություն, հասցե, աշխատավարձ, հհ, զինվորական ծառայություն, կուսակցություն, քաշ, հասակ
        пол, религия, вероисповедание, группа крови, национальность, гражданство, паспорт, номер паспорта,
        серия паспорта, снилс, инн, семейное положение, образование, адрес, зарплата, п п, номер п п, no п п, н п,
        партийность,
        военный билет, воинское звание, служба в армии, рост, вес, телеграм, ник, индекс, дата
        cins, cinsi, din, qan qrupu, milliyyət, milliyyəti, vətəndaşlıq, pasport, pasport nömrəsi, şəxsiyyət vəsiqəsi,
        fin, ailə vəziyyəti, təhsil, ünvan, maaş, sıra, s s, partiya, hərbi xidmət, boy, çəki
        სქესი, რელიგია, სისხლის ჯგუფი, ეროვნება, მოქალაქეობა, პასპორტი, პირადი ნომერი, ოჯახური მდგომარეობა, განათლება,
        მისამართი, ხელფასი, სამხედრო სამსახური, პარტია
    """,
    LeftOut.THIRD_PERSON: """
        emergency contact, emergency contact name, emergency contact relationship, emergency contact phone, mother name,
        mothers name, mother's name, father's job, fathers job, next of kin, spouse, spouse name, children, relative,
        requester, name of sender, name of recipient, reported by
        մոր անունը, արտակարգ դեպքերի կոնտակտ, ամուսին, երեխաներ, հարազատ, հոր աշխատանքը
        контакт для экстренной связи, имя матери, работа отца, супруг, дети, контактное лицо, родственник,
        экстренный контакт
        ana adı, təcili əlaqə, həyat yoldaşı, uşaqlar, atasının işi, qohum
        დედის სახელი, საგანგებო კონტაქტი, მეუღლე, შვილები, მამის სამუშაო
    """,
    LeftOut.SHARED_CONTACT: """
        office phone, work phone, office street address, office postcode, office lat, office lon, office email,
        office country, office city, office name, office l0, office l1, office l2, office l3, fax, work email,
        switchboard, աշխատանքային հեռախոս, рабочий телефон, факс, служебный телефон, iş telefonu, faks,
        სამსახურის ტელეფონი, ფაქსი
    """,
    LeftOut.FREE_TEXT: """
        comments, comment, notes, note, remarks, remark, description, other, additional information, message
        նշումներ, մեկնաբանություն, դիտողություն, նշում, այլ, լրացուցիչ տեղեկություններ
        примечания, примечание, комментарий, комментарии, заметки, прочее, дополнительно, доп информация, сообщение
        qeyd, qeydlər, şərh, şərhlər, əlavə məlumat, digər, rəy
        შენიშვნა, კომენტარი, შენიშვნები, სხვა, დამატებითი ინფორმაცია
    """,
}


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(folded for phrase in re.split(r"[,\n]", words) if (folded := fold(phrase)))


FIELD_WORDS = MappingProxyType({phrase: field for field, words in _FIELDS.items() for phrase in _phrases(words)})
LEFT_OUT_WORDS = MappingProxyType({phrase: reason for reason, words in _LEFT_OUT.items() for phrase in _phrases(words)})
BARE_NAMES = frozenset(_phrases(_BARE_NAME))
