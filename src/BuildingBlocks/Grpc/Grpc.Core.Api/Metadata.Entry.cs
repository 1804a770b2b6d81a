using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>One header: a lower-case key with text or, under a key that ends in <c>-bin</c>, bytes.</summary>
    public sealed class Entry
    {
        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>A text entry. Throws ArgumentException for a key that is not valid or ends in <c>-bin</c>.</summary>
        public Entry(string key, string value)
        {
            Key = Normalized(key);
            if (IsBinary)
                throw new ArgumentException($"A key that ends in {BinaryHeaderSuffix} carries bytes.", nameof(key));
            text = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <summary>A binary entry; the bytes are copied. Throws ArgumentException unless the key ends in <c>-bin</c>.</summary>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalized(key);
            if (!IsBinary)
                throw new ArgumentException($"A key of bytes ends in {BinaryHeaderSuffix}.", nameof(key));
            bytes = [.. valueBytes];
        }

        public string Key { get; }

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text. Throws InvalidOperationException for a binary entry.</summary>
        public string Value => text ?? throw new InvalidOperationException($"The entry {Key} carries bytes, not text.");

        /// <summary>A copy of the bytes; of a text entry, its ASCII encoding.</summary>
        public byte[] ValueBytes => text is null ? [.. bytes!] : Encoding.ASCII.GetBytes(text);

        public override string ToString() =>
            $"[Entry: key={Key}, {(IsBinary ? $"valueBytes={Convert.ToBase64String(bytes!)}" : $"value={text}")}]";

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static string Normalized(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var normalized = key.ToLowerInvariant();
            return normalized.Length > 0 && !normalized.AsSpan().ContainsAnyExcept(KeyCharacters)
                ? normalized
                : throw new ArgumentException(
                    $"'{key}' is not a metadata key: letters, digits, '-', '_' and '.' only.", nameof(key));
        }
    }
}
