using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CellsContact.Intake;

/// <summary>Reads texts and numbers of untrusted JSON: bounded, and without an exception for broken Unicode.</summary>
internal static class JsonText
{
    /// <summary>The greatest size of one text of a notice, as written.</summary>
    internal const int MaxBytes = 64 * 1024;

    /// <summary>The greatest size of one number and of one property name, as written.</summary>
    internal const int MaxShortBytes = 1024;

    /// <summary>How many bytes a value takes as written.</summary>
    internal static int SizeOf(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;

    /// <summary>How many bytes a property's name takes as written.</summary>
    internal static int SizeOfName(JsonProperty property) => JsonMarshal.GetRawUtf8PropertyName(property).Length;

    /// <summary>Reads a string that is valid Unicode: no half of a surrogate pair.</summary>
    internal static bool TryGetText(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Reads a property's name that is valid Unicode.</summary>
    internal static bool TryGetName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }
}
