using System.Diagnostics.CodeAnalysis;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Reflectors;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CellsContact.DependencyInjection;

/// <summary>Reports every gap of the configuration together, before the host starts.</summary>
internal sealed class StartupCheck(IServiceProvider provider, IServiceProviderIsService registered) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        List<string> gaps = [];
        Require<ILedger>("台帳がありません。UseOpenXmlLedger などで指定してください。 (No ledger: name one, e.g. with UseOpenXmlLedger.)");
        Require<IContactStore>("連絡の保管先がありません。UseEntityFrameworkCore などで指定してください。 (No store: name one, e.g. with UseEntityFrameworkCore.)");
        Require<IIntakeLog>("受信拒否の記録先がありません。UseEntityFrameworkCore などで指定してください。 (No intake log: name one, e.g. with UseEntityFrameworkCore.)");
        Require<IMyNumberVault>("マイナンバーの保管先がありません。UseEntityFrameworkCore などで指定してください。 (No place for My Numbers: name one, e.g. with UseEntityFrameworkCore.)");
        Require<IMyNumberAccessLog>("マイナンバーのアクセスログの記録先がありません。UseEntityFrameworkCore などで指定してください。 (No place for the My Number access log: name one, e.g. with UseEntityFrameworkCore.)");
        Require<IAttachmentStore>("添付ファイルの保管先がありません。UseEntityFrameworkCore などで指定してください。 (No place for attached files: name one, e.g. with UseEntityFrameworkCore.)");
        Require<IPersonalBox>("個人ボックスがありません。UseEntityFrameworkCore などで指定してください。 (No personal boxes: name them, e.g. with UseEntityFrameworkCore.)");
        Require<IEstablishmentDirectory>("事業所がありません。AddEstablishment で指定するか IEstablishmentDirectory を登録してください。 (No establishments: add one, or register an IEstablishmentDirectory.)");
        CheckOptions<OfficeOptions>();
        CheckOptions<DeskOptions>();
        CheckOptions<IntakeOptions>();
        CheckOptions<MyNumberOptions>();
        CheckOptions<MyPageOptions>();
        foreach (IStartupGaps others in provider.GetServices<IStartupGaps>())
            gaps.AddRange(others.Find());
        return gaps.Count == 0 ? Task.CompletedTask : throw new CellsContactConfigurationException(gaps);

        void Require<T>(string gap)
        {
            if (!registered.IsService(typeof(T)))
                gaps.Add(gap);
        }

        void CheckOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>()
            where T : class
        {
            try
            {
                _ = provider.GetRequiredService<IOptions<T>>().Value;
            }
            catch (OptionsValidationException exception)
            {
                gaps.AddRange(exception.Failures);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Gaps that a package finds in its own configuration, reported with all others when the host starts.</summary>
public interface IStartupGaps
{
    /// <summary>The gaps, each a sentence that says what to do; none when the package is set up.</summary>
    IEnumerable<string> Find();
}

/// <summary>CellsContact is not set up completely; every gap is listed.</summary>
/// <param name="gaps">The gaps.</param>
public sealed class CellsContactConfigurationException(IReadOnlyList<string> gaps)
    : InvalidOperationException($"CellsContact の設定が足りません。 (CellsContact is not set up completely.)\n- {string.Join("\n- ", gaps)}")
{
    /// <summary>The gaps, each a sentence that says what to do.</summary>
    public IReadOnlyList<string> Gaps { get; } = gaps;
}
