using System.Security.Cryptography;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Reflectors;
using CellsContact.Retention;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CellsContact.DependencyInjection;

/// <summary>The one door in.</summary>
public static class CellsContactServiceCollectionExtensions
{
    /// <summary>Adds CellsContact: the inbox that receives notices (連絡) and the desk (連絡管理) that reflects them into the ledger (台帳).</summary>
    /// <remarks>
    /// Everything is a singleton. What the application has registered itself wins. A ledger, a store, a place for
    /// numbers and the establishments must be named; all gaps are reported together when the host starts.
    /// </remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Names the parts.</param>
    public static IServiceCollection AddCellsContact(this IServiceCollection services, Action<CellsContactBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        bool hasOwnVault = services.Any(service => service.ServiceType == typeof(IMyNumberVault));
        bool hasOwnLog = services.Any(service => service.ServiceType == typeof(IMyNumberAccessLog));
        bool hasOwnFiles = services.Any(service => service.ServiceType == typeof(IAttachmentStore));
        CellsContactBuilder builder = new(services);
        configure(builder);
        if (builder.KeepsMyNumbersInMemory)
            services.KeepMyNumbersInMemory(hasOwnVault, hasOwnLog);
        if (builder.AttachmentFolder is { } folder && !hasOwnFiles)
            services.UseAttachmentFolder(folder);
        if (builder.Establishments.Count > 0)
            services.TryAddSingleton<IEstablishmentDirectory>(new EstablishmentList(builder.Establishments));

        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OfficeClock>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<StatusLabels>>().Value);
        services.AddOptionChecks();
        services.AddMyNumbers();
        services.AddIntake();
        services.AddReflectors();
        services.AddDesk();
        services.AddRetention();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupCheck>());
        return services;
    }

    /// <summary>Adds the workers that run beside the desk: what may not be kept any longer is erased every hour, and the client's page is told what changed.</summary>
    /// <remarks>
    /// For a host that stays up; several hosts may run them over one store. They need an <see cref="IMyPage"/>. A program that runs for
    /// one command calls <see cref="RetentionSweep"/> and <see cref="MyPageDelivery"/> itself.
    /// </remarks>
    /// <param name="services">The application's services, with CellsContact added.</param>
    public static IServiceCollection AddCellsContactWorkers(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RetentionWorker>(provider => new(
            provider.GetRequiredService<RetentionSweep>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<RetentionSweep>>() ?? NullLogger<RetentionSweep>.Instance)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MyPageWorker>(provider => new(
            provider.GetRequiredService<MyPageDelivery>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<MyPageOptions>>(),
            provider.GetService<ILogger<MyPageDelivery>>() ?? NullLogger<MyPageDelivery>.Instance)));
        return services;
    }

    private static void AddOptionChecks(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeskOptions>, DeskOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MyNumberOptions>, MyNumberOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MyPageOptions>, MyPageOptionsValidator>());
    }

    // Asked for by name, memory wins over a package's vault wherever it is named; the application's own wins over both.
    private static void KeepMyNumbersInMemory(this IServiceCollection services, bool hasOwnVault, bool hasOwnLog)
    {
        if (!hasOwnVault)
            services.Replace(ServiceDescriptor.Singleton<IMyNumberVault>(provider => new InMemoryMyNumberVault(provider.GetService<TimeProvider>())));
        if (hasOwnLog)
            return;
        services.Replace(ServiceDescriptor.Singleton<IMyNumberAccessLog, InMemoryMyNumberAccessLog>());
        services.PostConfigure<MyNumberOptions>(options => options.LogKey ??= RandomNumberGenerator.GetBytes(32));
    }

    // Named, the folder wins over a package's store wherever that is named; the application's own wins over both.
    private static void UseAttachmentFolder(this IServiceCollection services, string folder)
    {
        services.Replace(ServiceDescriptor.Singleton<IAttachmentStore>(_ => new FileSystemAttachmentStore(folder)));
        services.AddSingleton<IStartupGaps>(provider => new AttachmentFolderGaps(folder, provider));
    }

    private static void AddMyNumbers(this IServiceCollection services)
    {
        services.TryAddSingleton<IMyNumberAuthenticator, NobodyIsAuthenticated>();
        services.TryAddSingleton<IMyNumberRetention, NothingIsHeld>();
        services.TryAddSingleton<MyNumberAccessBook>();
        services.TryAddSingleton<MyNumberSweep>();
    }

    private static void AddRetention(this IServiceCollection services)
    {
        services.TryAddSingleton<IRetentionPolicy, ManualRetention>();
        services.TryAddSingleton(provider => new RetentionSweep(
            provider.GetRequiredService<IContactStore>(),
            provider.GetRequiredService<IAttachmentStore>(),
            provider.GetRequiredService<IMyNumberVault>(),
            provider.GetRequiredService<MyNumberSweep>(),
            provider.GetRequiredService<MyNumberAccessBook>(),
            provider.GetService<ILedgerMaintenance>() ?? provider.GetRequiredService<ILedger>() as ILedgerMaintenance,
            provider.GetRequiredService<IRetentionPolicy>(),
            provider.GetRequiredService<OfficeClock>()));
        services.TryAddSingleton(provider => new MyPageDelivery(
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<IMyPage>(),
            provider.GetRequiredService<IContactStore>(),
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<IEstablishmentDirectory>(),
            provider.GetRequiredService<StatusLabels>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<MyPageOptions>>(),
            provider.GetService<ILogger<MyPageDelivery>>() ?? NullLogger<MyPageDelivery>.Instance));
    }

    private static void AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<ContactValidator>();
        services.TryAddSingleton(provider => new ContactInbox(
            provider.GetRequiredService<IContactStore>(),
            provider.GetRequiredService<IMyNumberVault>(),
            provider.GetRequiredService<MyNumberAccessBook>(),
            provider.GetRequiredService<IAttachmentStore>(),
            provider.GetRequiredService<IEstablishmentDirectory>(),
            provider.GetRequiredService<IIntakeLog>(),
            provider.GetRequiredService<ContactValidator>(),
            provider.GetRequiredService<OfficeClock>(),
            provider.GetRequiredService<IOptions<IntakeOptions>>(),
            provider.GetService<ILogger<ContactInbox>>() ?? NullLogger<ContactInbox>.Instance));
    }

    private static void AddReflectors(this IServiceCollection services)
    {
        services.TryAddSingleton<IInsuranceDateRules, InsuranceDateRules>();
        services.TryAddSingleton<IContactReflector<HireContact>, HireReflector>();
        services.TryAddSingleton<IContactReflector<SeparationContact>, SeparationReflector>();
        services.TryAddSingleton<IContactReflector<DependentChangeContact>, DependentChangeReflector>();
        services.TryAddSingleton<IContactReflector<AddressNameChangeContact>, AddressNameChangeReflector>();
        services.TryAddSingleton<IContactReflector<InsuranceChangeContact>, InsuranceChangeReflector>();
        services.TryAddSingleton<IContactReflector<MyNumberUpdateContact>, MyNumberUpdateReflector>();
        services.TryAddSingleton<ContactReflectors>();
    }

    private static void AddDesk(this IServiceCollection services)
    {
        services.TryAddSingleton<IOperatorPolicy, EveryOperatorSeesAll>();
        services.TryAddSingleton<DeskParts>();
        services.TryAddSingleton(provider => provider.GetRequiredService<DeskParts>().Desk());
        services.TryAddSingleton(provider => provider.GetRequiredService<DeskParts>().Files());
        services.TryAddSingleton<MyNumberDesk>();
    }
}
