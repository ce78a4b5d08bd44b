using CellsContact.DependencyInjection;
using CellsContact.MyNumbers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.EntityFrameworkCore.MyNumbers;

/// <summary>Finds that numbers are to be kept here and nothing encrypts them.</summary>
internal sealed class MyNumberGaps(IServiceProvider services) : IStartupGaps
{
    public IEnumerable<string> Find() =>
        services.GetService<IMyNumberVault>() is EntityFrameworkCoreMyNumberVault && services.GetService<IDataProtectionProvider>() is null
            ? [MyNumberCipher.NoProvider.ToString()]
            : [];
}
