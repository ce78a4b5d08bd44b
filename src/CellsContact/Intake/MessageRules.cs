namespace CellsContact.Intake;

/// <summary>Rules about the message, who sends it, and what is already there.</summary>
internal static class MessageRules
{
    internal static readonly ValidationRule Empty = ValidationRule.Fixed("message.empty",
        "メッセージに連絡がありません。JSONのオブジェクトまたは配列を送ってください。",
        "The message holds no notice: send a JSON object or an array of them.");

    internal static readonly ValidationRule Size = ValidationRule.Fixed("message.size",
        "メッセージが受信できる大きさを超えています。連絡を分けて送ってください。",
        "The message is larger than allowed: send the notices in several messages.");

    internal static readonly ValidationRule Syntax = ValidationRule.Fixed("json.syntax",
        "JSONの構文に誤りがあります。ここから先は読み取っていません。",
        "The JSON is malformed; nothing after this place was read.");

    internal static readonly ValidationRule Truncated = ValidationRule.Fixed("json.truncated",
        "メッセージが途中で終わっています。もう一度送ってください。",
        "The message ends in the middle: send it again.");

    internal static readonly ValidationRule Trailing = ValidationRule.Fixed("json.trailing",
        "JSONの値のあとに余分な内容があります。",
        "There is something after the JSON value.");

    internal static readonly ValidationRule Depth = ValidationRule.Fixed("json.depth",
        "連絡の入れ子が深すぎます(32段まで)。",
        "The notice is nested too deeply (32 levels at most).");

    internal static readonly ValidationRule Duplicate = ValidationRule.Fixed("json.duplicate",
        "同じ項目が2回あります。",
        "The property is there twice.");

    internal static readonly ValidationRule Encoding = ValidationRule.Fixed("json.encoding",
        "文字コードに誤りがあります。UTF-8で送ってください。",
        "The text is not valid Unicode: send UTF-8.");

    internal static readonly ValidationRule ContactSize = ValidationRule.Fixed("contact.size",
        "連絡の項目が多すぎます。",
        "The notice has too many values.");

    internal static readonly ValidationRule NotObject = ValidationRule.Fixed("contact.notObject",
        "連絡がJSONのオブジェクトではありません。",
        "A notice must be a JSON object.");

    internal static readonly ValidationRule Kind = ValidationRule.Fixed("contact.kind",
        "連絡種類(kind)が不明です。",
        "The kind of the notice is unknown.");

    internal static readonly ValidationRule IdReused = ValidationRule.Fixed("contact.idReused",
        "同じIDで内容の異なる連絡を既に受信しています。新しいIDで送ってください。",
        "A notice with this id and other content was received before: send it under a new id.");

    internal static readonly ValidationRule Sender = ValidationRule.Fixed("sender.establishment",
        "送信者はこの事業所の連絡を送ることができません。",
        "The sender may not send notices of this establishment.");

    internal static readonly ValidationRule EstablishmentUnknown = ValidationRule.Fixed("establishment.unknown",
        "この事業所は登録されていません。",
        "The establishment is not registered.");

    internal static readonly ValidationRule EstablishmentCase = ValidationRule.Fixed("establishment.case",
        "事業所IDの大文字・小文字が登録と異なります。",
        "The establishment's id differs by upper and lower case from the registered one.");

    internal static IReadOnlyList<ValidationRule> All { get; } =
    [
        Empty, Size, Syntax, Truncated, Trailing, Depth, Duplicate, Encoding, ContactSize, NotObject, Kind, IdReused,
        Sender, EstablishmentUnknown, EstablishmentCase,
    ];
}
