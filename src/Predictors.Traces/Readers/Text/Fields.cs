namespace Predictors.Traces.Readers.Text;

/// <summary>Finds values in an event's text.</summary>
internal static class Fields
{
    /// <summary>Finds what stands behind a key such as <c>expires=</c> at the text's start or behind a blank.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        value = text;
        while (true)
        {
            int at = value.IndexOf(key);
            if (at < 0)
            {
                return false;
            }

            int start = text.Length - value.Length + at;
            value = value[(at + key.Length)..];
            if (start == 0 || text[start - 1] == ' ')
            {
                return true;
            }
        }
    }

    /// <summary>Finds a key's whole number, decimal with or without a sign, or hexadecimal behind <c>0x</c>.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, out long number)
    {
        number = 0;
        return TryFind(text, key, out ReadOnlySpan<byte> value) && TryNumber(value, out number);
    }

    /// <summary>Reads the whole number that a text begins with.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out long number)
    {
        if (text.StartsWith("0x"u8))
        {
            return TryHex(text, out number);
        }

        int at = text.StartsWith("-"u8) ? 1 : 0;
        bool negative = at == 1;
        bool read = Columns.TryNumber(text, ref at, out number);
        number = negative ? -number : number;
        return read;
    }

    /// <summary>Finds a key's hexadecimal number, with or without <c>0x</c>: all 64 bits.</summary>
    public static bool TryHex(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, out long number)
    {
        number = 0;
        return TryFind(text, key, out ReadOnlySpan<byte> value) && TryHex(value, out number);
    }

    /// <summary>Reads the hexadecimal number that a text begins with.</summary>
    public static bool TryHex(ReadOnlySpan<byte> text, out long number)
    {
        text = text.StartsWith("0x"u8) ? text[2..] : text;
        int digits = 0;
        ulong sum = 0;
        while (digits < text.Length && char.IsAsciiHexDigit((char)text[digits]))
        {
            uint c = text[digits++];
            sum = (sum << 4) | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        number = (long)sum;
        return digits is > 0 and <= 16;
    }
}
