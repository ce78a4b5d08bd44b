using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>The registered reflectors, one for each kind of notice.</summary>
internal sealed class ContactReflectors(
    IContactReflector<HireContact> hire,
    IContactReflector<SeparationContact> separation,
    IContactReflector<DependentChangeContact> dependentChange,
    IContactReflector<AddressNameChangeContact> addressNameChange,
    IContactReflector<InsuranceChangeContact> insuranceChange,
    IContactReflector<MyNumberUpdateContact> myNumberUpdate)
{
    internal Reflection Reflect(Contact effective, LedgerSnapshot before, ReflectOptions options) => effective switch
    {
        HireContact contact => hire.Reflect(contact, before, options),
        SeparationContact contact => separation.Reflect(contact, before, options),
        DependentChangeContact contact => dependentChange.Reflect(contact, before, options),
        AddressNameChangeContact contact => addressNameChange.Reflect(contact, before, options),
        InsuranceChangeContact contact => insuranceChange.Reflect(contact, before, options),
        MyNumberUpdateContact contact => myNumberUpdate.Reflect(contact, before, options),
        _ => throw new ArgumentException($"{effective.Kind} is no kind of notice.", nameof(effective)),
    };
}
