using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;
using Microsoft.Extensions.Options;

namespace CellsContact.OpenXml;

/// <summary>The ledger (台帳) in Excel: one .xlsx or .xlsm workbook for each establishment.</summary>
/// <remarks>
/// <para>Thread-safe. Writers of one workbook are kept apart, across processes, by a lock file beside it. A save
/// writes a new file and swaps it in; parts, rows and cells that do not change keep their bytes.</para>
/// <para>Reading does not need the lock: it sees the workbook before or after a save, never between.</para>
/// </remarks>
public sealed class OpenXmlLedger : ILedger, ILedgerMaintenance
{
    private readonly OpenXmlLedgerOptions _options;
    private readonly TimeProvider _time;
    private readonly IWorkbookFiles _files;
    private readonly PackageLimits _limits;
    private readonly BusyPatience _patience;

    /// <summary>Makes a ledger.</summary>
    /// <param name="options">Where the workbooks are and how they look.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options cannot be.</exception>
    public OpenXmlLedger(OpenXmlLedgerOptions options, TimeProvider? time = null)
        : this(options, time ?? TimeProvider.System, PhysicalWorkbookFiles.Instance)
    {
    }

    internal OpenXmlLedger(OpenXmlLedgerOptions options, TimeProvider time, IWorkbookFiles files)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult valid = new OpenXmlLedgerOptionsValidator().Validate(null, options);
        if (valid.Failed)
            throw new OptionsValidationException(nameof(OpenXmlLedgerOptions), typeof(OpenXmlLedgerOptions), valid.Failures);
        (_options, _time, _files) = (options, time, files);
        _limits = new PackageLimits(options.MaxParts, options.MaxPartBytes, options.MaxCompressionRatio);
        _patience = new BusyPatience(options.BusyTimeout, options.BusyRetryDelay, time);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerSnapshot> ReadAsync(
        EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(queries);
        string path = PathOf(establishment);
        token.ThrowIfCancellationRequested();
        FirstCall.Prepare();
        var place = new ReadingPlace();
        try
        {
            using WorkbookFile file = WorkbookFile.Open(_files, path, _limits, place);
            var layout = new WorkbookLayout(file, _options);
            IReadOnlyList<LedgerPerson> people = queries.Count == 0 ? [] : new PersonReader(file, layout, _options).Read(queries, token);
            layout.Complete();
            return ValueTask.FromResult(new LedgerSnapshot(establishment, people, layout.Fields));
        }
        catch (Exception e) when (WorkbookErrors.IsTranslatable(e))
        {
            throw WorkbookErrors.From(path, e, place);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(
        EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(changeSets);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (LedgerChangeSet set in changeSets)
        {
            if (!ids.Add(set.Id.ToString()))
                throw new ArgumentException("A change set's id occurs twice.", nameof(changeSets));
            if (set.Id.Contact.Establishment != establishment)
                throw new ArgumentException("A change set is of another establishment.", nameof(changeSets));
        }

        string path = PathOf(establishment);
        token.ThrowIfCancellationRequested();
        if (changeSets.Count == 0)
            return [];
        FirstCall.Prepare();
        var place = new ReadingPlace();
        try
        {
            using WorkbookSession session =
                await WorkbookSession.OpenAsync(_files, path, _limits, _patience, place, token).ConfigureAwait(false);
            var draft = new LedgerDraft(session.File, new WorkbookLayout(session.File, _options), _options, changeSets, ids);
            List<LedgerOutcome> outcomes = Decide(draft, changeSets);
            if (outcomes.Any(o => o is LedgerOutcome.Applied))
                await session.SaveAsync(draft.ToPackageEdit(token), token).ConfigureAwait(false);
            return outcomes;
        }
        catch (Exception e) when (WorkbookErrors.IsTranslatable(e))
        {
            throw WorkbookErrors.From(path, e, place);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Rows of 連絡反映履歴 are never removed: the cells that tell the notice, the person and the content are cleared. Instant, kind,
    /// action, operator and 付番 stay, and so do the office's own columns.
    /// </remarks>
    /// <exception cref="LedgerException">The workbook is not usable, e.g. open in Excel; nothing is written.</exception>
    public async ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Any(id => id.Contact.Establishment != establishment))
            throw new ArgumentException("A change set is of another establishment.", nameof(ids));
        string path = PathOf(establishment);
        token.ThrowIfCancellationRequested();
        if (ids.Count == 0)
            return;
        var place = new ReadingPlace();
        try
        {
            using WorkbookSession session =
                await WorkbookSession.OpenAsync(_files, path, _limits, _patience, place, token).ConfigureAwait(false);
            var layout = new WorkbookLayout(session.File, _options);
            layout.Complete();
            SheetLayout<LogColumn> log = layout.Log;
            LogClearing clearing = LogClearing.Plan(session.File, log, ids.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal));
            if (clearing.Edit.IsEmpty)
                return;
            if (_options.RefuseProtectedSheets && clearing.Tail.IsProtected)
                throw WorkbookErrors.SheetIsProtected(log.Sheet.Name);
            var edit = new PackageEdit();
            edit.Replace(log.Sheet.Part, target => SheetRewriter.Rewrite(session.File.Package, log.Sheet, clearing.Edit, target, token));
            await session.SaveAsync(edit, token).ConfigureAwait(false);
        }
        catch (Exception e) when (WorkbookErrors.IsTranslatable(e))
        {
            throw WorkbookErrors.From(path, e, place);
        }
    }

    private List<LedgerOutcome> Decide(LedgerDraft draft, IReadOnlyList<LedgerChangeSet> changeSets)
    {
        foreach (LedgerChangeSet set in changeSets)
        {
            if (draft.Log.Find(set.Id) is { } logged && !logged.Hash.Equals(set.Hash, StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException($"The change set {set.Id} was applied before with another content.");
        }

        DateTimeOffset now = AppliedLog.Stamp(_time.GetUtcNow());
        var outcomes = new List<LedgerOutcome>(changeSets.Count);
        foreach (LedgerChangeSet set in changeSets)
        {
            outcomes.Add(draft.Log.Find(set.Id) is { } logged
                ? new LedgerOutcome.AlreadyApplied(new LedgerReceipt(set.Id, set.Hash, logged.AppliedAt, logged.AssignedNumbers))
                : new ChangeSetApplier(draft, now).Apply(set));
        }

        return outcomes;
    }

    private string PathOf(EstablishmentId establishment)
    {
        if (establishment.IsUnset)
            throw new ArgumentException("The establishment is unset.", nameof(establishment));
        string path = _options.WorkbookFor!(establishment);
        if (string.IsNullOrWhiteSpace(path))
            throw new InvalidOperationException($"{nameof(OpenXmlLedgerOptions.WorkbookFor)} gave no path for {establishment}.");
        return _files.Resolve(path);
    }
}
