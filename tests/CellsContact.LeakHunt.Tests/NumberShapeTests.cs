using System.Reflection;
using System.Runtime.CompilerServices;
using CellsContact.EntityFrameworkCore;
using CellsContact.MyNumbers;
using CellsContact.OpenXml;

namespace CellsContact.LeakHunt.Tests;

/// <summary>Where a number may stand in the shipped assemblies: whoever adds a place decides it here.</summary>
public sealed class NumberShapeTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types that have a number in a property or a field: the answer that shows it, what was just taken out of a message, the vault of trials.</summary>
    private static readonly string[] s_holders = ["CellsContact.Desk.MyNumberReveal+Shown", "CellsContact.Intake.ExtractedNumber", "CellsContact.MyNumbers.InMemoryMyNumberVault+Kept"];

    private static readonly Assembly[] s_shipped =
        [typeof(MyNumber).Assembly, typeof(OpenXmlLedger).Assembly, typeof(EntityFrameworkCoreBuilder).Assembly, Assembly.Load("CellsContact.Promises")];

    private static IEnumerable<Type> Types => s_shipped.SelectMany(assembly => assembly.GetTypes());

    /// <summary>The type's own: nothing gives a digit out but <see cref="MyNumber.CopyDigitsTo"/>.</summary>
    [Fact]
    public void MyNumber_HasNoMemberThatIsNotKnownHere() => Assert.Equal(
    [
        "Constructor Void .ctor(Byte[])",
        "Field Byte[] _digits",
        "Field System.String Mask",
        "Method Boolean Equals(CellsContact.MyNumbers.MyNumber)",
        "Method Boolean Equals(System.Object)",
        "Method Boolean TryParse(System.ReadOnlySpan`1[System.Char], CellsContact.MyNumbers.MyNumber ByRef)",
        "Method Boolean TryParseDigits(System.ReadOnlySpan`1[System.Char], CellsContact.MyNumbers.MyNumber ByRef)",
        "Method Boolean get_HasCheckDigit()",
        "Method Int32 CheckDigit(System.ReadOnlySpan`1[System.Byte])",
        "Method Int32 DigitOf(Char)",
        "Method Int32 GetHashCode()",
        "Method System.String ToString()",
        "Method Void CopyDigitsTo(System.Span`1[System.Char])",
        "Property Boolean HasCheckDigit",
    ],
    typeof(MyNumber).GetMembers(All).Select(member => $"{member.MemberType} {member}").Order(StringComparer.Ordinal));

    [Fact]
    public void PassPhrase_HasNoMemberThatIsNotKnownHere() => Assert.Equal(
        ["Length", "CopyTo", "Dispose", "ToString", "get_Length", "_characters", ".ctor"],
        typeof(PassPhrase).GetMembers(All).Select(member => member.Name).OrderBy(name => name switch { "Length" => 0, "CopyTo" => 1, "Dispose" => 2, "ToString" => 3, "get_Length" => 4, "_characters" => 5, _ => 6 }));

    [Fact]
    public void NoType_HasANumberInAPropertyOrFieldButTheKnownOnes()
    {
        string[] holders = [.. Types
            .Where(type => !IsCompilers(type))
            .Where(type => type.GetFields(All).Any(field => Mentions(field.FieldType)) || type.GetProperties(All).Any(property => Mentions(property.PropertyType)))
            .Select(type => type.FullName!)
            .Where(name => !name.StartsWith("CellsContact.Promises.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        Assert.Equal(s_holders, holders);
    }

    [Fact]
    public void NoType_ConvertsToOrFromANumber() => Assert.DoesNotContain(
        Types.SelectMany(type => type.GetMethods(All)),
        method => method.Name is "op_Implicit" or "op_Explicit" && (Mentions(method.ReturnType) || method.GetParameters().Any(parameter => Mentions(parameter.ParameterType))));

    /// <summary>What hands a number out: one member of the vault, reading text, and what keeps it for the two.</summary>
    [Fact]
    public void NoPublicMember_ReturnsANumberButRevealing()
    {
        string[] giving = [.. Types
            .Where(type => type.IsVisible && type.Namespace != "CellsContact.Promises")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => Mentions(method.ReturnType) || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef && Mentions(parameter.ParameterType.GetElementType()!)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
        [
            "IMyNumberVault.RevealAsync", "InMemoryMyNumberVault.RevealAsync",
            "MyNumber.TryParse", "MyNumber.TryParseDigits", "Shown.Deconstruct", "Shown.get_Number",
        ],
        giving);
    }

    /// <summary>The vault's way out is called from one place, which writes the record before.</summary>
    [Fact]
    public void OnlyTheMyNumberDesk_AsksTheVaultToReveal()
    {
        MethodInfo reveal = typeof(IMyNumberVault).GetMethod(nameof(IMyNumberVault.RevealAsync))!;
        string[] callers = [.. typeof(MyNumber).Assembly.GetTypes().Concat(typeof(OpenXmlLedger).Assembly.GetTypes()).Concat(typeof(EntityFrameworkCoreBuilder).Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(All))
            .Where(method => Calls(method, reveal))
            .Select(method => Outermost(method.DeclaringType!).FullName!)
            .Distinct()];
        Assert.Equal(["CellsContact.Desk.MyNumberDesk"], callers);
    }

    private static bool Mentions(Type type) => type == typeof(MyNumber)
        || (type.HasElementType && Mentions(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(Mentions));

    private static bool IsCompilers(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute)) || (type.DeclaringType is { } outer && IsCompilers(outer));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>Whether a method's code has a call of another: a callvirt or call with its token.</summary>
    private static bool Calls(MethodInfo method, MethodInfo called)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is not (0x28 or 0x6F))
                continue;
            try
            {
                MethodBase? target = method.Module.ResolveMethod(BitConverter.ToInt32(code, i + 1), method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
                if (target == called)
                    return true;
            }
            catch (Exception noToken) when (noToken is ArgumentException or BadImageFormatException)
            {
                // Four bytes after something that is no call.
            }
        }

        return false;
    }
}
