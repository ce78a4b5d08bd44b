using System.Diagnostics.CodeAnalysis;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CellsContact.DependencyInjection;

/// <summary>Puts CellsContact together: the one door in is <c>services.AddCellsContact(c => …)</c>.</summary>
/// <remarks>What the application registers itself wins; every gap is reported together when the host starts.</remarks>
public sealed class CellsContactBuilder
{
    internal CellsContactBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services, for packages that add a ledger, a store or a vault.</summary>
    public IServiceCollection Services { get; }

    internal List<Establishment> Establishments { get; } = [];

    internal bool KeepsMyNumbersInMemory { get; private set; }

    internal string? AttachmentFolder { get; private set; }

    /// <summary>Names an establishment (事業所) in the built-in directory. A directory of the application's own wins.</summary>
    /// <param name="id">The id (事業所ID).</param>
    /// <param name="name">The name (事業所名).</param>
    /// <param name="publicationEnabled">Whether its client page is set up (事業所マイページへの公開設定).</param>
    /// <exception cref="FormatException">The id does not have the shape of an id.</exception>
    public CellsContactBuilder AddEstablishment(string id, string name, bool publicationEnabled = false)
    {
        Establishments.Add(new(EstablishmentId.Parse(id), name) { PublicationEnabled = publicationEnabled });
        return this;
    }

    /// <summary>Keeps people in memory: for tests and trials.</summary>
    public CellsContactBuilder UseInMemoryLedger()
    {
        Services.TryAddSingleton<ILedger>(provider => new InMemoryLedger(provider.GetService<TimeProvider>()));
        return this;
    }

    /// <summary>Keeps notices, attached files, personal boxes and outgoing messages in memory: for tests and trials.</summary>
    public CellsContactBuilder UseInMemoryStore()
    {
        Services.TryAddSingleton(provider => new InMemoryContactStore(provider.GetService<TimeProvider>()));
        Services.TryAddSingleton<IContactStore>(provider => provider.GetRequiredService<InMemoryContactStore>());
        Services.TryAddSingleton<IIntakeLog>(provider => provider.GetRequiredService<InMemoryContactStore>());
        Services.TryAddSingleton<IOutbox>(provider => provider.GetRequiredService<InMemoryContactStore>().Outbox);
        Services.TryAddSingleton<IAttachmentStore, InMemoryAttachmentStore>();
        Services.TryAddSingleton<IPersonalBox, InMemoryPersonalBox>();
        return this;
    }

    /// <summary>Keeps attached files (添付ファイル) in a folder of this machine, one file each: see <see cref="FileSystemAttachmentStore"/>. Wins over a database, wherever it is named.</summary>
    /// <param name="folder">The folder; it is made where there is none, and nothing else belongs into it.</param>
    /// <exception cref="ArgumentException">The folder is blank.</exception>
    /// <exception cref="InvalidOperationException">Another folder was named before.</exception>
    public CellsContactBuilder UseAttachmentFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (AttachmentFolder is not null)
            throw new InvalidOperationException("UseAttachmentFolder は一度だけ呼べます。 (UseAttachmentFolder was called before.)");
        AttachmentFolder = folder;
        return this;
    }

    /// <summary>Keeps received マイナンバー and their access log for the life of the process only: both are gone when it ends. Wins over a durable vault.</summary>
    public CellsContactBuilder KeepMyNumbersInMemory()
    {
        KeepsMyNumbersInMemory = true;
        return this;
    }

    /// <summary>Decides who is let at numbers (認証). Without one nobody is.</summary>
    /// <typeparam name="T">The authenticator.</typeparam>
    public CellsContactBuilder AuthenticateMyNumbersBy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IMyNumberAuthenticator
    {
        Services.TryAddSingleton<IMyNumberAuthenticator, T>();
        return this;
    }

    /// <summary>Sets how numbers are handled: the access log's key, purposes, grants, lockout.</summary>
    /// <param name="configure">Sets the options.</param>
    public CellsContactBuilder ConfigureMyNumbers(Action<MyNumberOptions> configure) => Configure(configure);

    /// <summary>Delivers to the client's page (事業所マイページ). Without one, messages wait in the outbox.</summary>
    /// <typeparam name="T">The page.</typeparam>
    public CellsContactBuilder UseMyPage<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IMyPage
    {
        Services.TryAddSingleton<IMyPage, T>();
        return this;
    }

    /// <summary>Sets how messages to the client's page are delivered.</summary>
    /// <param name="configure">Sets the options.</param>
    public CellsContactBuilder ConfigureMyPage(Action<MyPageOptions> configure) => Configure(configure);

    /// <summary>Sets how notices are received and validated.</summary>
    /// <param name="configure">Sets the options.</param>
    public CellsContactBuilder ConfigureIntake(Action<IntakeOptions> configure) => Configure(configure);

    /// <summary>Sets how the desk (連絡管理) behaves.</summary>
    /// <param name="configure">Sets the options.</param>
    public CellsContactBuilder ConfigureDesk(Action<DeskOptions> configure) => Configure(configure);

    /// <summary>Sets where the office's day begins.</summary>
    /// <param name="configure">Sets the options.</param>
    public CellsContactBuilder ConfigureOffice(Action<OfficeOptions> configure) => Configure(configure);

    /// <summary>Replaces labels of the status table (処理区分の表示名).</summary>
    /// <param name="configure">Sets the labels.</param>
    public CellsContactBuilder ConfigureLabels(Action<StatusLabels> configure) => Configure(configure);

    private CellsContactBuilder Configure<T>(Action<T> configure)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}
