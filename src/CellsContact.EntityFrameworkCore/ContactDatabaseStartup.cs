using CellsContact.EntityFrameworkCore.Sqlite;
using Microsoft.Extensions.Hosting;

namespace CellsContact.EntityFrameworkCore;

/// <summary>Creates or upgrades the tables when the host starts, so that a bad path is known then and not at the first notice.</summary>
internal sealed class ContactDatabaseStartup(SqliteContactDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.EnsureReadyAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
