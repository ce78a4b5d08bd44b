using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>What happened to a マイナンバー (更新区分). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<MyNumberChange>))]
public enum MyNumberChange
{
    /// <summary>登録.</summary>
    Register = 1,

    /// <summary>変更.</summary>
    Change = 2,

    /// <summary>削除: never shows a number.</summary>
    Delete = 3,
}
