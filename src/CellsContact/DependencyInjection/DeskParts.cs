using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CellsContact.DependencyInjection;

/// <summary>What the two desks are made of; they share the planner and the filing.</summary>
internal sealed class DeskParts
{
    private readonly IServiceProvider _provider;
    private readonly DeskOptions _options;
    private readonly OfferedActions _offered;
    private readonly SavePlanner _planner;
    private readonly BoxFiling _filing;
    private readonly ILogger<ContactDesk> _logger;

    public DeskParts(IServiceProvider provider)
    {
        _provider = provider;
        _options = Of<IOptions<DeskOptions>>().Value;
        _logger = provider.GetService<ILogger<ContactDesk>>() ?? NullLogger<ContactDesk>.Instance;
        _offered = new(_options);
        _planner = new(
            Of<IContactStore>(),
            Of<ILedger>(),
            Of<ContactReflectors>(),
            new NumberPlanner(Of<IMyNumberVault>(), Of<IMyNumberRetention>()),
            _offered,
            Of<ContactValidator>(),
            Of<IEstablishmentDirectory>(),
            new ContactChain(Of<IContactStore>()),
            Of<OfficeClock>(),
            Of<IOptions<DeskOptions>>());
        _filing = new(Of<IAttachmentStore>(), Of<IPersonalBox>(), Of<ILedger>(), Of<OfficeClock>(), _logger);
    }

    internal ContactDesk Desk() => new(
        Of<IContactStore>(),
        Of<IEstablishmentDirectory>(),
        Of<IOperatorPolicy>(),
        Of<ContactValidator>(),
        Of<StatusLabels>(),
        new ContactLists(Of<IContactStore>(), Of<IEstablishmentDirectory>(), Of<IOperatorPolicy>(), Of<OfficeClock>(), Of<IOptions<DeskOptions>>()),
        _offered,
        _planner,
        new SaveRunner(
            Of<IContactStore>(),
            Of<ILedger>(),
            new NumberEffects(Of<IMyNumberVault>(), Of<MyNumberAccessBook>(), _logger),
            _filing,
            Of<OfficeClock>(),
            _logger));

    internal FileDesk Files() => new(Of<IContactStore>(), Of<IEstablishmentDirectory>(), Of<IOperatorPolicy>(), Of<IAttachmentStore>(), _planner, _filing);

    private T Of<T>()
        where T : notnull => _provider.GetRequiredService<T>();
}
