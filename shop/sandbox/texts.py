"""What the hosted payment page says, in the six languages its buyers read (the sandbox is a house of its own)."""

from collections.abc import Mapping

LANGUAGES = ("en", "de", "fr", "ja", "zh", "ar")
LOCALES = {"en": "en", "de": "de", "fr": "fr", "ja": "ja", "zh": "zh_Hans", "ar": "ar"}
NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "ja": "日本語", "zh": "中文", "ar": "العربية"}

_ROWS: Mapping[str, tuple[str, ...]] = {
    "title": ("Payment", "Zahlung", "Paiement", "お支払い", "付款", "الدفع"),
    "pay_to": (
        "Pay Causeway",
        "An Causeway zahlen",
        "Payer Causeway",
        "Causeway へのお支払い",
        "向 Causeway 付款",
        "الدفع إلى Causeway",
    ),
    "card": ("Card number", "Kartennummer", "Numéro de carte", "カード番号", "卡号", "رقم البطاقة"),
    "expiry": (
        "Expires (MM/YY)",
        "Gültig bis (MM/JJ)",
        "Expire le (MM/AA)",
        "有効期限（月/年）",
        "有效期（月/年）",
        "تاريخ الانتهاء (شهر/سنة)",
    ),
    "code": ("Security code", "Prüfnummer", "Code de sécurité", "セキュリティコード", "安全码", "رمز الأمان"),
    "pay": (
        "Pay {amount}",
        "{amount} bezahlen",
        "Payer {amount}",
        "{amount} を支払う",
        "支付 {amount}",
        "ادفع {amount}",
    ),
    "back": (
        "Back to Causeway",
        "Zurück zu Causeway",
        "Retour à Causeway",
        "Causeway に戻る",
        "返回 Causeway",
        "العودة إلى Causeway",
    ),
    "sandbox": (
        "Test environment: no money moves and only the test cards below work.",
        "Testumgebung: Es fließt kein Geld, und nur die Testkarten unten funktionieren.",
        "Environnement de test : aucun argent n’est débité et seules les cartes ci-dessous fonctionnent.",
        "テスト環境です。実際の請求はなく、下記のテストカードのみ使えます。",
        "测试环境：不会发生真实扣款，只能使用下面的测试卡。",
        "بيئة تجريبية: لا تُحوَّل أي أموال، ولا تعمل إلا بطاقات الاختبار أدناه.",
    ),
    "cards": ("Test cards", "Testkarten", "Cartes de test", "テストカード", "测试卡", "بطاقات الاختبار"),
    "approve": ("Approved", "Genehmigt", "Acceptée", "承認される", "批准", "مقبولة"),
    "challenge": (
        "Asks for 3-D Secure",
        "Fragt nach 3-D Secure",
        "Demande 3-D Secure",
        "3-D セキュア認証あり",
        "需要 3-D Secure 验证",
        "تطلب التحقق \u20663-D Secure\u2069",
    ),
    "decline": ("Declined", "Abgelehnt", "Refusée", "拒否される", "拒绝", "مرفوضة"),
    "timeout": (
        "Charged, but the answer is lost",
        "Belastet, aber die Antwort geht verloren",
        "Débitée, mais la réponse se perd",
        "決済後に応答が失われる",
        "已扣款，但响应丢失",
        "يتم الخصم ويضيع الرد",
    ),
    "delayed": (
        "Confirmed later",
        "Später bestätigt",
        "Confirmée plus tard",
        "後から確定する",
        "稍后确认",
        "تُؤكَّد لاحقًا",
    ),
    "unknown_card": (
        "We do not know this card. Please use one of the test cards below.",
        "Diese Karte kennen wir nicht. Bitte verwenden Sie eine der Testkarten unten.",
        "Nous ne connaissons pas cette carte. Utilisez l’une des cartes de test ci-dessous.",
        "このカードは使えません。下記のテストカードをお使いください。",
        "无法识别此卡。请使用下面的测试卡。",
        "لا نعرف هذه البطاقة. يُرجى استخدام إحدى بطاقات الاختبار أدناه.",
    ),
    "challenge_title": (
        "Is it you?",
        "Sind Sie es?",
        "Est-ce bien vous ?",
        "ご本人確認",
        "确认是您本人",
        "هل هذا أنت؟",
    ),
    "challenge_text": (
        "Your bank asks you to confirm this payment of {amount} with the card ending in {ends}.",
        "Ihre Bank bittet Sie, diese Zahlung über {amount} mit der Karte, die auf {ends} endet, zu bestätigen.",
        "Votre banque vous demande de confirmer ce paiement de {amount} avec la carte se terminant par {ends}.",
        "末尾が {ends} のカードでの {amount} のお支払いについて、カード会社が確認を求めています。",
        "您的银行请您确认使用尾号 {ends} 的卡支付 {amount}。",
        "يطلب منك مصرفك تأكيد هذا الدفع بمبلغ {amount} بالبطاقة المنتهية بـ {ends}.",
    ),
    "confirm": ("Yes, approve", "Ja, bestätigen", "Oui, confirmer", "承認する", "是的，批准", "نعم، أوافق"),
    "reject": (
        "No, it is not me",
        "Nein, das bin ich nicht",
        "Non, ce n’est pas moi",
        "自分ではない",
        "不是我本人",
        "لا، لست أنا",
    ),
    "declined_title": (
        "The card was declined",
        "Die Karte wurde abgelehnt",
        "La carte a été refusée",
        "カードが承認されませんでした",
        "卡被拒绝",
        "رُفضت البطاقة",
    ),
    "declined_text": (
        "Nothing was charged. You can go back and try again with another card.",
        "Es wurde nichts abgebucht. Sie können zurückgehen und es mit einer anderen Karte versuchen.",
        "Rien n’a été débité. Vous pouvez revenir et réessayer avec une autre carte.",
        "請求は行われていません。戻って別のカードでお試しください。",
        "未扣款。您可以返回并换一张卡重试。",
        "لم يُخصم أي مبلغ. يمكنك العودة والمحاولة ببطاقة أخرى.",
    ),
    "closed_title": (
        "This payment is complete",
        "Diese Zahlung ist abgeschlossen",
        "Ce paiement est terminé",
        "このお支払いは完了しています",
        "此付款已完成",
        "اكتمل هذا الدفع",
    ),
    "closed_text": (
        "There is nothing more to do here.",
        "Hier ist nichts mehr zu tun.",
        "Il n’y a plus rien à faire ici.",
        "ここでの手続きは終わりました。",
        "此处无需再操作。",
        "لا يوجد ما يلزم فعله هنا.",
    ),
    "gone_title": (
        "The gateway did not answer in time",
        "Das Gateway hat nicht rechtzeitig geantwortet",
        "La passerelle n’a pas répondu à temps",
        "決済サービスからの応答がありません",
        "支付网关未及时响应",
        "لم ترد بوابة الدفع في الوقت المناسب",
    ),
    "gone_text": (
        "Do not pay again yet: go back to the shop, it will find out what became of your payment.",
        "Bitte noch nicht erneut zahlen: Gehen Sie zurück zum Shop, er klärt, was aus Ihrer Zahlung wurde.",
        "Ne payez pas une seconde fois : revenez à la boutique, elle vérifiera ce qu’est devenu votre paiement.",
        "もう一度支払わずにショップへお戻りください。お支払いの結果はショップが確認します。",
        "请不要重复付款：返回商店，商店会查明付款结果。",
        "لا تدفع مرة أخرى الآن: عُد إلى المتجر وسيتحقق من مصير دفعتك.",
    ),
    "missing_title": (
        "No such payment",
        "Keine solche Zahlung",
        "Aucun paiement de ce nom",
        "お支払いが見つかりません",
        "找不到此付款",
        "لا يوجد دفع كهذا",
    ),
    "private": (
        "Your card number stays on this page and never reaches the shop.",
        "Ihre Kartennummer bleibt auf dieser Seite und erreicht den Shop nie.",
        "Votre numéro de carte reste sur cette page et n’atteint jamais la boutique.",
        "カード番号はこのページにとどまり、ショップには送られません。",
        "您的卡号只留在本页面，不会传给商店。",
        "يبقى رقم بطاقتك في هذه الصفحة ولا يصل إلى المتجر أبدًا.",
    ),
}


def language_of(code: str) -> str:
    """A language the page speaks: the one asked for ("zh-hans" is "zh"), else English."""
    base = code.lower().replace("_", "-").split("-")[0]
    return base if base in LANGUAGES else "en"


def texts(language: str) -> Mapping[str, str]:
    """Every text of the page in a language of LANGUAGES."""
    index = LANGUAGES.index(language)
    return {name: row[index] for name, row in _ROWS.items()}
