using CellsContact.Contacts;
using CellsContact.MyPages;
using CellsContact.Retention;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;
using CellsContact.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CellsContact.Tests.DependencyInjection;

/// <summary>What a host's health endpoint tells, through the host's own health service.</summary>
public sealed class HealthCheckTests : IDisposable
{
    private readonly FailingOutbox _outbox = new();
    private readonly OfficeScene _office;

    public HealthCheckTests() => _office = new(register: services =>
    {
        services.AddSingleton<IOutbox>(_outbox);
        services.AddLogging().AddHealthChecks()
            .AddCheck<ContactStoreHealth>("contacts")
            .AddCheck<MyPageHealth>("mypage")
            .AddCheck<RetentionHealth>("retention");
    });

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Check_OfAnOfficeWhereAllIsWell_IsHealthy()
    {
        _outbox.Entries = [Message(1, OutboxState.Waiting, TimeSpan.FromMinutes(15))];
        HealthReport report = await CheckAsync();
        Assert.Equal(["contacts", "mypage", "retention"], report.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(report.Entries.Values, entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
    }

    [Fact]
    public async Task Outbox_WithParkedMessages_IsDegradedAndTellsHowMany()
    {
        _outbox.Entries = [Message(1, OutboxState.Parked, TimeSpan.FromDays(3)), Message(2, OutboxState.Parked, TimeSpan.Zero)];
        HealthReportEntry entry = (await CheckAsync()).Entries["mypage"];
        Assert.Equal((HealthStatus.Degraded, "2 messages are parked."), (entry.Status, entry.Description));
        Assert.Equal(2, entry.Data["parked"]);
    }

    [Fact]
    public async Task Outbox_WhoseOldestMessageWaitsTooLong_IsDegraded()
    {
        _outbox.Entries = [Message(1, OutboxState.Waiting, TimeSpan.FromMinutes(16)), Message(2, OutboxState.Waiting, TimeSpan.Zero)];
        HealthReportEntry entry = (await CheckAsync()).Entries["mypage"];
        Assert.Equal((HealthStatus.Degraded, "The oldest message has waited for 16 minutes."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Outbox_ThatDoesNotAnswer_IsUnhealthy()
    {
        _outbox.Fails = true;
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Entries["mypage"].Status);
    }

    [Theory]
    [InlineData(180, HealthStatus.Healthy)]
    [InlineData(181, HealthStatus.Degraded)]
    [InlineData(1440, HealthStatus.Degraded)]
    [InlineData(1441, HealthStatus.Unhealthy)]
    public async Task Retention_WithoutASweep_GetsWorseWithTime(int minutes, HealthStatus expected)
    {
        RetentionSweep sweep = _office.Service<RetentionSweep>();
        Assert.Null(sweep.LastSweptAt);
        _office.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(expected, (await CheckAsync()).Entries["retention"].Status);

        await sweep.SweepAsync();
        Assert.Equal(_office.Time.GetUtcNow(), sweep.LastSweptAt);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Entries["retention"].Status);
        _office.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(expected, (await CheckAsync()).Entries["retention"].Status);
    }

    [Fact]
    public async Task Retention_ADryRun_IsNoSweep()
    {
        RetentionSweep sweep = _office.Service<RetentionSweep>();
        await sweep.PreviewAsync(new(2030, 1, 1));
        Assert.Null(sweep.LastSweptAt);
    }

    [Fact]
    public async Task Store_ThatDoesNotAnswer_IsUnhealthyOrWhatTheHostSays()
    {
        ContactStoreHealth check = new(new BrokenStore(new InMemoryContactStore()) { Query = _ => throw new ContactStoreException(new("使えません。", "Not usable.")) });
        foreach (HealthStatus status in (HealthStatus[])[HealthStatus.Unhealthy, HealthStatus.Degraded])
        {
            HealthCheckResult result = await check.CheckHealthAsync(new() { Registration = new("contacts", check, status, null) });
            Assert.Equal((status, "The store of notices does not answer."), (result.Status, result.Description));
            Assert.IsType<ContactStoreException>(result.Exception);
        }
    }

    private Task<HealthReport> CheckAsync() => _office.Service<HealthCheckService>().CheckHealthAsync();

    private OutboxEntry Message(long sequence, OutboxState state, TimeSpan age)
    {
        DateTimeOffset at = _office.Time.GetUtcNow() - age;
        return new(sequence, new OutgoingMessage.StatusChanged($"m-{sequence}", ContactKey.Parse("E001/c-1")), state, at, 1, at, null);
    }

    private sealed class FailingOutbox : IOutbox
    {
        internal IReadOnlyList<OutboxEntry> Entries { get; set; } = [];

        internal bool Fails { get; set; }

        public ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState? state, int limit, CancellationToken token) => Fails
            ? throw new ContactStoreException(new("使えません。", "Not usable."))
            : ValueTask.FromResult<IReadOnlyList<OutboxEntry>>([.. Entries.Where(entry => state is null || entry.State == state).Take(limit)]);

        public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken token) => throw new NotSupportedException();

        public ValueTask DeliveredAsync(long sequence, CancellationToken token) => throw new NotSupportedException();

        public ValueTask FailedAsync(long sequence, DateTimeOffset? nextAttemptAt, string reason, CancellationToken token) => throw new NotSupportedException();

        public ValueTask<bool> ReleaseAsync(long sequence, DateTimeOffset at, CancellationToken token) => throw new NotSupportedException();
    }
}
