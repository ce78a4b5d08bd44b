namespace CellsContact.Intake;

/// <summary>Rules about texts, numbers in them, and attached files.</summary>
internal static class TextRules
{
    internal static readonly ValidationRule Blank = ValidationRule.Error("text.blank",
        "空白だけの値は使えません。値がないときは項目を省いてください。", "A text must not be blank: leave the property out where there is no value.");

    internal static readonly ValidationRule Length = ValidationRule.Error("text.length",
        "文字数が上限を超えています。", "The text is too long.");

    internal static readonly ValidationRule Control = ValidationRule.Error("text.control",
        "制御文字や書字方向を変える文字は使えません。", "Control characters and characters that change the writing direction are not allowed.");

    internal static readonly ValidationRule Kana = ValidationRule.Error("text.kana",
        "フリガナはカタカナで書いてください。", "Kana is written in katakana.");

    internal static readonly ValidationRule NotForEApplication = ValidationRule.Warning("text.notForEApplication",
        "電子申請で使えない文字があります。", "A character cannot be carried by e-application.");

    internal static readonly ValidationRule MyNumberFormat = ValidationRule.Fixed("mynumber.format",
        "マイナンバーは12桁の数字の文字列です。", "A My Number is a string of twelve digits.");

    internal static readonly ValidationRule MyNumberCheckDigit = ValidationRule.Error("mynumber.checkDigit",
        "マイナンバーの検査用数字が合いません。入力を確かめてください。", "The My Number's check digit is wrong.");

    internal static readonly ValidationRule MyNumberTwice = ValidationRule.Warning("mynumber.twice",
        "同じマイナンバーが一つの連絡の中で二人に付いています。", "Two people of the notice have the same My Number.");

    internal static readonly ValidationRule MyNumberMisplaced = ValidationRule.Error("mynumber.misplaced",
        "マイナンバーと思われる12桁の番号が、マイナンバー欄以外にあります。削除して送り直してください。", "What looks like a My Number stands outside myNumber: remove it and send again.");

    internal static readonly ValidationRule MyNumberNotAllowed = ValidationRule.Fixed("mynumber.notAllowed",
        "この連絡のこの場所ではマイナンバーを受け取りません。", "This notice takes no My Number in this place.");

    internal static readonly ValidationRule MyNumberRequired = ValidationRule.Error("mynumber.required",
        "マイナンバーの登録・変更にはマイナンバーが必要です。", "Registering or changing a My Number needs the number.");

    internal static readonly ValidationRule AttachmentKind = ValidationRule.Error("attachment.kind",
        "マイナンバー更新連絡に添付ファイルは付けられません。", "A My Number notice takes no attachments.");

    internal static readonly ValidationRule AttachmentCount = ValidationRule.Error("attachment.count",
        "添付ファイルが多すぎます。", "There are too many attachments.");

    internal static readonly ValidationRule AttachmentSize = ValidationRule.Fixed("attachment.size",
        "添付ファイルが大きすぎます。", "The attachment is too large.");

    internal static readonly ValidationRule AttachmentBase64 = ValidationRule.Fixed("attachment.base64",
        "添付ファイルの内容がbase64ではありません。", "The attachment's content is not base64.");

    internal static readonly ValidationRule AttachmentContent = ValidationRule.Error("attachment.content",
        "添付ファイルに内容がありません。", "The attachment has no content.");

    internal static readonly ValidationRule AttachmentId = ValidationRule.Fixed("attachment.id",
        "添付ファイルのIDは連絡の中で重複できません。", "An attachment's id must be unique within the notice.");

    internal static readonly ValidationRule AttachmentFileName = ValidationRule.Warning("attachment.fileName",
        "ファイル名に使えない文字や長さ、名前があるため、直した名前で保管します。", "The file name is not safe (signs, length, a device's name): it is kept under a mended one.");

    internal static readonly ValidationRule AttachmentMediaType = ValidationRule.Warning("attachment.mediaType",
        "メディアタイプが「application/pdf」のような形ではないため、種類不明として保管します。", "The media type does not look like application/pdf: the file is kept as one of unknown type.");

    internal static IReadOnlyList<ValidationRule> All { get; } =
    [
        Blank, Length, Control, Kana, NotForEApplication,
        MyNumberFormat, MyNumberCheckDigit, MyNumberTwice, MyNumberMisplaced, MyNumberNotAllowed, MyNumberRequired,
        AttachmentKind, AttachmentCount, AttachmentSize, AttachmentBase64, AttachmentContent,
        AttachmentId, AttachmentFileName, AttachmentMediaType,
    ];
}
