"""What the styleguide says, in the four languages: long, as real words are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    state: str
    reason: str
    what_to_do: str
    next_word: str
    accept: str
    decline: str
    withdraw: str
    question: str
    answer: str
    needs: tuple[str, ...]
    chart_title: str
    surge_title: str
    why: str
    label: str
    help: str
    fault: str
    empty: str


WORDS = {
    "en": Words(
        state="You are standing by. Please do not travel.",
        reason="Enough drivers are registered for your dates: 212 drivers for 18 places.",
        what_to_do="If your dates change, please tell us below.",
        next_word="We write by Thursday 15 October.",
        accept="Accept",
        decline="Decline",
        withdraw="Withdraw my offer",
        question="Who is missing where?",
        answer="41 of 300 needs are still short. Anaesthetists are missing first: 6 for 14 places.",
        needs=(
            "Anaesthetists, district hospital",
            "Drivers of heavy goods vehicles",
            "Interpreters, Armenian and Russian",
        ),
        chart_title="Anaesthetists are missing; drivers are more than enough",
        surge_title="At the worst hour 7,412 people waited for an answer; now 412 do",
        why="So that a person can call you when the plan changes at night.",
        label="Phone number",
        help="With the country code, for example +374 00 123456.",
        fault="The phone number has only five digits. Please add the missing ones.",
        empty="Lists of people who offered help will stand here. Begin with the list you have.",
    ),
    "hy": Words(
        state="Սպասեք մեր կանչին, խնդրում ենք չճանապարհվել։",
        reason="Ձեր օրերի համար բավարար թվով վարորդներ են գրանցված՝ 212 վարորդ 18 տեղի համար։",
        what_to_do="Եթե ձեր օրերը փոխվեն, խնդրում ենք հայտնել մեզ ստորև։",
        next_word="Կգրենք ոչ ուշ, քան հոկտեմբերի 15, հինգշաբթի։",
        accept="Ընդունել կանչը",
        decline="Հրաժարվել կանչից",
        withdraw="Հետ վերցնել իմ առաջարկը",
        question="Ո՞ւմ պակասն ունենք և որտե՞ղ",
        answer="300 կարիքից 41-ը դեռ լրացված չէ։ Առաջին հերթին պակասում են անեսթեզիոլոգներ՝ 6 մասնագետ 14 տեղի համար։",
        needs=(
            "Անեսթեզիոլոգ-ռեանիմատոլոգներ, շրջանային հիվանդանոց",
            "Ծանր բեռնատար ավտոմեքենաների վարորդներ",
            "Թարգմանիչներ՝ հայերեն և ռուսերեն",
        ),
        chart_title="Պակասում են անեսթեզիոլոգներ, իսկ վարորդները բավարարից ավելի են",
        surge_title="Ամենածանր ժամին պատասխանի էր սպասում 7 412 մարդ, այժմ՝ 412",
        why="Որպեսզի գիշերը պլանի փոփոխության դեպքում մարդ կարողանա զանգահարել ձեզ։",
        label="Հեռախոսահամար",
        help="Երկրի կոդով, օրինակ՝ +374 00 123456։",
        fault="Հեռախոսահամարն ընդամենը հինգ թվանշան ունի։ Խնդրում ենք ավելացնել պակասողները։",
        empty="Այստեղ կլինեն օգնություն առաջարկած մարդկանց ցուցակները։ Սկսեք այն ցուցակից, որն ունեք։",
    ),
    "ru": Words(
        state="Ждите нашего вызова и, пожалуйста, не выезжайте.",
        reason="На ваши даты записалось достаточно водителей: 212 водителей на 18 мест.",
        what_to_do="Если ваши даты изменятся, пожалуйста, сообщите нам ниже.",
        next_word="Мы напишем до 15 октября (четверг).",
        accept="Принять вызов",
        decline="Отказаться",
        withdraw="Отозвать моё предложение помощи",
        question="Кого и где не хватает?",
        answer="41 потребность из 300 ещё не закрыта. Прежде всего не хватает анестезиологов: 6 на 14 мест.",
        needs=(
            "Врачи анестезиологи-реаниматологи, районная больница",
            "Водители большегрузных автомобилей",
            "Переводчики с армянского и русского",
        ),
        chart_title="Анестезиологов не хватает, а водителей больше, чем нужно",
        surge_title="В самый трудный час ответа ждали 7 412 человек, сейчас ждут 412",
        why="Чтобы вам мог позвонить человек, если ночью план изменится.",
        label="Номер телефона",
        help="С кодом страны, например +374 00 123456.",
        fault="В номере всего пять цифр. Пожалуйста, допишите недостающие.",
        empty="Здесь появятся списки людей, предложивших помощь. Начните со списка, который у вас есть.",
    ),
    "az": Words(
        state="Çağırışımızı gözləyin, xahiş edirik, yola çıxmayın.",
        reason="Sizin tarixləriniz üçün kifayət qədər sürücü qeydiyyatdan keçib: 18 yer üçün 212 sürücü.",
        what_to_do="Tarixləriniz dəyişərsə, xahiş edirik, aşağıda bizə bildirin.",
        next_word="Ən geci 15 oktyabr, cümə axşamı günü yazacağıq.",
        accept="Çağırışı qəbul etmək",
        decline="İmtina etmək",
        withdraw="Təklifimi geri götürmək",
        question="Harada kim çatışmır?",
        answer="300 ehtiyacdan 41-i hələ tam ödənilməyib. İlk növbədə anestezioloqlar çatışmır: 14 yer üçün 6 nəfər.",
        needs=(
            "Anestezioloq-reanimatoloqlar, rayon xəstəxanası",
            "Ağır yük avtomobillərinin sürücüləri",
            "Tərcüməçilər: erməni və rus dilləri",
        ),
        chart_title="Anestezioloqlar çatışmır, sürücülər isə kifayət qədərdən çoxdur",
        surge_title="Ən ağır saatda 7.412 nəfər cavab gözləyirdi, indi 412 nəfər gözləyir",
        why="Gecə plan dəyişərsə, sizə insan zəng edə bilsin deyə.",
        label="Telefon nömrəsi",
        help="Ölkə kodu ilə, məsələn, +374 00 123456.",
        fault="Nömrədə cəmi beş rəqəm var. Xahiş edirik, çatışmayanları əlavə edin.",
        empty="Kömək təklif etmiş insanların siyahıları burada olacaq. Əlinizdə olan siyahıdan başlayın.",
    ),
}
