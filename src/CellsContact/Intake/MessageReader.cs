using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>One piece of a message: a notice's JSON, or why it cannot be read.</summary>
/// <param name="Json">The notice's JSON; valid only until the next piece is asked for.</param>
/// <param name="Problem">Why there is none, with the place in the message.</param>
internal readonly record struct MessagePart(ReadOnlyMemory<byte> Json, ContactFinding? Problem);

/// <summary>Reads a message piece by piece, holding one notice at a time in a growing pooled buffer, which is cleared when returned.</summary>
/// <remarks>For one message, read once. A problem with one notice's size or depth leaves the others; any other problem ends the message.</remarks>
internal sealed class MessageReader(Stream stream, int maxBytes) : IDisposable
{
    /// <summary>The greatest depth of one notice.</summary>
    internal const int MaxDepth = 32;

    /// <summary>The greatest number of JSON tokens of one notice.</summary>
    internal const int MaxTokens = 50_000;

    private const int FirstBuffer = 16 * 1024;

    // Deeper notices are refused one by one below, so the reader itself does not limit the depth.
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = int.MaxValue });
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _position;
    private int _filled;
    private long _total;
    private bool _ended;
    private bool _inList;
    private bool _rootSeen;
    private bool _rootDone;
    private int _index = -1;
    private int _start = -1;
    private int _baseDepth;
    private int _tokens;
    private bool _tooDeep;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
    }

    internal async IAsyncEnumerable<MessagePart> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        if (await FillAsync(3, token).ConfigureAwait(false) && _buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8))
            _position = 3;
        while (true)
        {
            if (!TryAdvance(out MessagePart part, out bool found) || found)
            {
                yield return part;
                if (!found)
                    yield break;
            }
            else if (_total > maxBytes)
            {
                yield return Failed(MessageRules.Size, Unfinished);
                yield break;
            }
            else if (!_ended)
            {
                await FillAsync(PendingBytes > FirstBuffer * 4 ? PendingBytes : 1, token).ConfigureAwait(false);
            }
            else
            {
                if (!_rootDone)
                    yield return Failed(_rootSeen ? MessageRules.Truncated : MessageRules.Empty, Unfinished);
                yield break;
            }
        }
    }

    // The bytes of a token that is not complete yet. A long one is tried again only when the buffer has doubled.
    private int PendingBytes => _filled - _position;

    // The notice that is being read or, between two, the one that should come next.
    private int Unfinished => _start >= 0 ? _index : _index + 1;

    private async ValueTask<bool> FillAsync(int minimum, CancellationToken token)
    {
        int keepFrom = _start >= 0 ? _start : _position;
        int kept = _filled - keepFrom;
        long left = maxBytes - _total + 1;
        minimum = (int)Math.Min(minimum, left);
        byte[] target = _buffer;
        if (kept + minimum > _buffer.Length || kept > _buffer.Length / 2)
            target = ArrayPool<byte>.Shared.Rent((int)Math.Min(kept + left, Math.Max(_buffer.Length * 2L, kept + minimum)));
        _buffer.AsSpan(keepFrom, kept).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = target;
        }

        _position -= keepFrom;
        _start = _start >= 0 ? 0 : -1;
        _filled = kept;
        int room = (int)Math.Min(_buffer.Length - _filled, left);
        int read = await stream.ReadAtLeastAsync(_buffer.AsMemory(_filled, room), minimum, throwOnEndOfStream: false, token).ConfigureAwait(false);
        _filled += read;
        _total += read;
        _ended = read < minimum;
        return read > 0;
    }

    private bool TryAdvance(out MessagePart part, out bool found)
    {
        (part, found) = (default, false);
        Utf8JsonReader reader = new(_buffer.AsSpan(_position, _filled - _position), isFinalBlock: false, _state);
        try
        {
            while (!found && reader.Read())
                found = _rootDone ? throw new JsonException() : Take(ref reader);
        }
        catch (JsonException error)
        {
            part = Failed(_rootDone ? MessageRules.Trailing : MessageRules.Syntax, Unfinished, error.LineNumber, error.BytePositionInLine);
            return false;
        }

        _position += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        if (found)
            part = Finish();
        return true;
    }

    // Whether the token ends a notice (or whatever stands in its place).
    private bool Take(ref Utf8JsonReader reader)
    {
        if (_start < 0)
        {
            if (reader.TokenType == JsonTokenType.StartArray && !_rootSeen)
            {
                _rootSeen = _inList = true;
                return false;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                _rootDone = true;
                return false;
            }

            (_rootSeen, _start, _baseDepth, _tokens, _tooDeep) = (true, _position + (int)reader.TokenStartIndex, reader.CurrentDepth, 0, false);
            _index++;
        }

        _tokens++;
        bool opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        _tooDeep |= opens && reader.CurrentDepth - _baseDepth >= MaxDepth;
        return !opens && reader.CurrentDepth == _baseDepth;
    }

    private MessagePart Finish()
    {
        ReadOnlyMemory<byte> json = _buffer.AsMemory(_start, _position - _start);
        _start = -1;
        _rootDone |= !_inList;
        return _tooDeep ? Failed(MessageRules.Depth, _index)
            : _tokens > MaxTokens ? Failed(MessageRules.ContactSize, _index)
            : new(json, null);
    }

    private MessagePart Failed(ValidationRule rule, int index, long? line = null, long? positionInLine = null)
    {
        BilingualText text = line is null ? rule.Text : new(
            string.Create(CultureInfo.InvariantCulture, $"{rule.Text.Japanese}({line + 1}行目 {positionInLine + 1}バイト目)"),
            string.Create(CultureInfo.InvariantCulture, $"{rule.Text.English} (line {line + 1}, byte {positionInLine + 1})"));
        return new(default, new(_inList ? WirePath.Element("", index) : "", rule.Id, FindingSeverity.Error, text));
    }
}
