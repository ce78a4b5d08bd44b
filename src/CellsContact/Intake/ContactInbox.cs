using System.Runtime.CompilerServices;
using System.Text.Json;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Diagnostics;
using CellsContact.Establishments;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CellsContact.Intake;

/// <summary>受信: takes in what a client sends, notice by notice (連絡).</summary>
/// <remarks>
/// Thread-safe. Each notice is taken in wholly or not at all: its numbers go into the vault first, then it is stored, and
/// sending it again after a crash completes it. Sending the same message twice stores nothing twice.
/// </remarks>
public sealed class ContactInbox
{
    private readonly IEstablishmentDirectory _directory;
    private readonly IIntakeLog _refusals;
    private readonly ContactValidator _validator;
    private readonly OfficeClock _clock;
    private readonly IntakeOptions _options;
    private readonly ILogger<ContactInbox> _logger;
    private readonly ContactStorer _storer;

    /// <summary>Makes an inbox.</summary>
    /// <param name="store">Where notices are stored.</param>
    /// <param name="vault">Where numbers are kept.</param>
    /// <param name="book">Where their receipt is recorded.</param>
    /// <param name="attachments">Where attached files are kept.</param>
    /// <param name="directory">Which establishments there are.</param>
    /// <param name="refusals">Where refused senders are recorded.</param>
    /// <param name="validator">Validates notices.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="options">Limits.</param>
    /// <param name="logger">The log.</param>
    public ContactInbox(
        IContactStore store,
        IMyNumberVault vault,
        MyNumberAccessBook book,
        IAttachmentStore attachments,
        IEstablishmentDirectory directory,
        IIntakeLog refusals,
        ContactValidator validator,
        OfficeClock clock,
        IOptions<IntakeOptions> options,
        ILogger<ContactInbox> logger)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(attachments);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentNullException.ThrowIfNull(validator);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        (_directory, _refusals, _validator, _clock, _options, _logger) = (directory, refusals, validator, clock, options.Value, logger);
        _storer = new ContactStorer(store, new(vault, book), new(attachments));
    }

    /// <summary>Takes in a message: one notice as a JSON object, or an array of them.</summary>
    /// <param name="message">The message in UTF-8; read once, not disposed.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="cancellationToken">Cancels; results already given stay valid.</param>
    /// <returns>One result for each notice, in order; a message that breaks off ends with a <see cref="IntakeResult.Rejected"/> without a key that says where.</returns>
    /// <exception cref="ArgumentException">The sender has no id, or an establishment of theirs is unset.</exception>
    public IAsyncEnumerable<IntakeResult> ReceiveAsync(Stream message, Sender sender, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentException.ThrowIfNullOrWhiteSpace(sender.Id);
        if (sender.Establishments.Any(establishment => establishment.IsUnset))
            throw new ArgumentException("An establishment of the sender is unset.", nameof(sender));
        return ReadAsync(message, sender, cancellationToken);
    }

    private async IAsyncEnumerable<IntakeResult> ReadAsync(Stream message, Sender sender, [EnumeratorCancellation] CancellationToken token)
    {
        using MessageReader reader = new(message, _options.MaxMessageBytes);
        await foreach (MessagePart part in reader.ReadAsync(token).ConfigureAwait(false))
        {
            IntakeResult result = part.Problem is null
                ? await ReceiveAsync(part.Json, sender, token).ConfigureAwait(false)
                : new IntakeResult.Rejected(null, [part.Problem]);
            Report(result, sender);
            yield return result;
        }
    }

    private async ValueTask<IntakeResult> ReceiveAsync(ReadOnlyMemory<byte> json, Sender sender, CancellationToken token)
    {
        FindingList findings = new(_validator.Severities);
        if (new ContactExtraction(_options, findings).Extract(json) is not { } extracted)
            return new IntakeResult.Rejected(null, findings.ToList());

        EstablishmentId establishment = EstablishmentOf(extracted.Stored);
        ContactKey? key = KeyOf(extracted.Stored, establishment);
        if (!establishment.IsUnset && await RefusalOfAsync(establishment, sender, token).ConfigureAwait(false) is { } refusal)
            return new IntakeResult.Rejected(key, await RefuseAsync(establishment, refusal, sender, token).ConfigureAwait(false));

        ContactValidation validation = _validator.Validate(extracted.Stored);
        IReadOnlyList<ContactFinding> all = [.. findings.ToList(), .. validation.Findings];
        if (findings.HasError || validation.Contact is not { } contact)
            return new IntakeResult.Rejected(key, all);

        ReceivedContact received = new(contact, _clock.Now, sender.Id, CanonicalHash.Of(extracted.Stored));
        return await _storer.StoreAsync(received, extracted.Numbers, extracted.Files, all, token).ConfigureAwait(false);
    }

    private async ValueTask<ValidationRule?> RefusalOfAsync(EstablishmentId establishment, Sender sender, CancellationToken token)
    {
        if (!sender.Establishments.Contains(establishment))
        {
            return sender.Establishments.Any(own => string.Equals(own.Value, establishment.Value, StringComparison.OrdinalIgnoreCase))
                ? MessageRules.EstablishmentCase
                : MessageRules.Sender;
        }

        Establishment? known = await _directory.FindAsync(establishment, token).ConfigureAwait(false);
        return known is null ? MessageRules.EstablishmentUnknown
            : known.Id != establishment ? MessageRules.EstablishmentCase
            : null;
    }

    private async ValueTask<IReadOnlyList<ContactFinding>> RefuseAsync(EstablishmentId establishment, ValidationRule refusal, Sender sender, CancellationToken token)
    {
        FindingList findings = new(_validator.Severities);
        findings.Add("establishmentId", refusal);
        if (MisplacedNumber.IsIn(establishment.Value))
            findings.Add("establishmentId", TextRules.MyNumberMisplaced);
        else
            await _refusals.RecordAsync(new(_clock.Now, sender.Id, establishment, refusal.Id), token).ConfigureAwait(false);
        return findings.ToList();
    }

    private static EstablishmentId EstablishmentOf(JsonElement contact) =>
        TextOf(contact, "establishmentId") is { } text && EstablishmentId.TryParse(text, out EstablishmentId id) ? id : default;

    // The key goes into the result and the log, so there is none where an id may be a number: a finding names its path.
    private static ContactKey? KeyOf(JsonElement contact, EstablishmentId establishment) =>
        !establishment.IsUnset && TextOf(contact, "id") is { } text && ContactId.TryParse(text, out ContactId id)
        && !MisplacedNumber.IsIn(text) && !MisplacedNumber.IsIn(establishment.Value)
            ? new(establishment, id)
            : null;

    private static string? TextOf(JsonElement contact, string property) =>
        contact.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Report(IntakeResult result, Sender sender)
    {
        CellsContactTelemetry.Received.Add(1, new KeyValuePair<string, object?>("outcome", result.GetType().Name));
        switch (result)
        {
            case IntakeResult.Accepted accepted:
                Log.Accepted(_logger, accepted.Key, sender.Id, accepted.Findings.Count);
                break;
            case IntakeResult.Duplicate duplicate:
                Log.Duplicate(_logger, duplicate.Key, sender.Id);
                break;
            case IntakeResult.Expired expired:
                Log.Expired(_logger, expired.Key, sender.Id);
                break;
            case IntakeResult.Rejected rejected when _logger.IsEnabled(LogLevel.Warning):
                Log.Rejected(_logger, rejected.Key, sender.Id, string.Join(", ", rejected.Findings.Select(finding => finding.RuleId).Distinct()));
                break;
            default:
                break;
        }
    }
}
