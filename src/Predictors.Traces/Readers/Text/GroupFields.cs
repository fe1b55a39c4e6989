namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the fields of a group such as <c>{ comm = "a, b", tid = 7 }</c> one behind the other.</summary>
/// <param name="group">The group, with its braces.</param>
internal ref struct GroupFields(ReadOnlySpan<byte> group)
{
    private ReadOnlySpan<byte> _rest = group.Length >= 2 ? group[1..^1] : default;

    /// <summary>The name of the field that was read last.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>Its value; a text is in quotes.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Finds where a group ends.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where the group begins.</param>
    /// <returns>The place behind its closing brace; -1 where it has none.</returns>
    public static int EndOf(ReadOnlySpan<byte> line, int at)
    {
        if (!Columns.Is(line, at, '{'))
        {
            return -1;
        }

        int end = ValueEnd(line[(at + 1)..], (byte)'}');
        return end < 0 ? -1 : at + 1 + end + 1;
    }

    /// <summary>Reads the next field.</summary>
    /// <returns>False at the end.</returns>
    public bool TryNext()
    {
        ReadOnlySpan<byte> rest = _rest.TrimStart(" ,"u8);
        int sign = rest.IndexOf((byte)'=');
        if (sign < 0)
        {
            return false;
        }

        Key = rest[..sign].TrimEnd((byte)' ');
        rest = rest[(sign + 1)..].TrimStart((byte)' ');
        int end = ValueEnd(rest, (byte)',');
        end = end < 0 ? rest.Length : end;
        Value = rest[..end].TrimEnd((byte)' ');
        _rest = rest[end..];
        return true;
    }

    // Texts are in quotes, with a backslash before those inside; values may have groups of their own.
    private static int ValueEnd(ReadOnlySpan<byte> text, byte sign)
    {
        int depth = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            if (quoted)
            {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            }
            else if (c == sign && depth == 0)
            {
                return i;
            }
            else
            {
                quoted = c == '"';
                depth += c is (byte)'{' or (byte)'[' or (byte)'(' ? 1 : c is (byte)'}' or (byte)']' or (byte)')' ? -1 : 0;
            }
        }

        return -1;
    }
}
