using System.Security.Cryptography;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
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
        CellsContactBuilder builder = new(services);
        configure(builder);
        if (builder.KeepsMyNumbersInMemory)
            services.KeepMyNumbersInMemory(hasOwnVault, hasOwnLog);
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupCheck>());
        return services;
    }

    /// <summary>Adds the workers that run beside the desk: every hour, numbers that nobody may keep any longer are erased.</summary>
    /// <remarks>For a host that stays up; several hosts may run them over one store. A program that runs for one command calls <see cref="MyNumberSweep"/> itself.</remarks>
    /// <param name="services">The application's services, with CellsContact added.</param>
    public static IServiceCollection AddCellsContactWorkers(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MyNumberSweeper>(provider => new(
            provider.GetRequiredService<MyNumberSweep>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<MyNumberSweep>>() ?? NullLogger<MyNumberSweep>.Instance)));
        return services;
    }

    private static void AddOptionChecks(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeskOptions>, DeskOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MyNumberOptions>, MyNumberOptionsValidator>());
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

    private static void AddMyNumbers(this IServiceCollection services)
    {
        services.TryAddSingleton<IMyNumberAuthenticator, NobodyIsAuthenticated>();
        services.TryAddSingleton<IMyNumberRetention, NothingIsHeld>();
        services.TryAddSingleton<MyNumberAccessBook>();
        services.TryAddSingleton<MyNumberSweep>();
    }

    private static void AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<ContactValidator>();
        services.TryAddSingleton(provider => new ContactInbox(
            provider.GetRequiredService<IContactStore>(),
            provider.GetRequiredService<IMyNumberVault>(),
            provider.GetRequiredService<MyNumberAccessBook>(),
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
        services.TryAddSingleton(provider =>
        {
            IContactStore store = provider.GetRequiredService<IContactStore>();
            ILedger ledger = provider.GetRequiredService<ILedger>();
            IEstablishmentDirectory establishments = provider.GetRequiredService<IEstablishmentDirectory>();
            IOperatorPolicy policy = provider.GetRequiredService<IOperatorPolicy>();
            ContactValidator validator = provider.GetRequiredService<ContactValidator>();
            OfficeClock clock = provider.GetRequiredService<OfficeClock>();
            IOptions<DeskOptions> options = provider.GetRequiredService<IOptions<DeskOptions>>();
            IMyNumberVault vault = provider.GetRequiredService<IMyNumberVault>();
            OfferedActions offered = new(options.Value);
            NumberPlanner numbers = new(vault, provider.GetRequiredService<IMyNumberRetention>());
            ILogger<ContactDesk> logger = provider.GetService<ILogger<ContactDesk>>() ?? NullLogger<ContactDesk>.Instance;
            NumberEffects effects = new(vault, provider.GetRequiredService<MyNumberAccessBook>(), logger);
            return new ContactDesk(
                store,
                establishments,
                policy,
                validator,
                provider.GetRequiredService<StatusLabels>(),
                new ContactLists(store, establishments, policy, clock, options),
                offered,
                new SavePlanner(store, ledger, provider.GetRequiredService<ContactReflectors>(), numbers, offered, validator, establishments, new ContactChain(store), clock, options),
                new SaveRunner(store, ledger, effects, clock, logger));
        });
        services.TryAddSingleton<MyNumberDesk>();
    }
}
