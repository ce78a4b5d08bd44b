using CellsContact.Ledgers;
using CellsContact.OpenXml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CellsContact.DependencyInjection;

/// <summary>Registers the Excel ledger.</summary>
public static class OpenXmlLedgerBuilderExtensions
{
    /// <summary>Keeps the ledger (台帳) in .xlsx or .xlsm workbooks, one for each establishment.</summary>
    /// <remarks>A ledger the application has registered itself wins.</remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets where the workbooks are, and how they look.</param>
    public static CellsContactBuilder UseOpenXmlLedger(this CellsContactBuilder builder, Action<OpenXmlLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.Services;
        services.AddOptions<OpenXmlLedgerOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<OpenXmlLedgerOptions>, OpenXmlLedgerOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILedger>(provider => new OpenXmlLedger(
            provider.GetRequiredService<IOptions<OpenXmlLedgerOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
