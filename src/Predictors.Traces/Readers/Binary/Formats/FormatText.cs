using System.Globalization;
using System.Text;

namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>
/// Reads the kernel's descriptions of records: tracefs <c>events/SYSTEM/NAME/format</c> and <c>events/header_page</c>, with lines
/// such as <c>field:TYPE NAME[N];\toffset:8;\tsize:4;\tsigned:0;</c>.
/// </summary>
internal static class FormatText
{
    /// <summary>The most bytes of one description.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxFieldEnd = 1 << 24;

    /// <summary>Reads an event's description.</summary>
    /// <param name="text">The description.</param>
    /// <returns>The format; null where it has no printable name or no number that fits 16 bits.</returns>
    public static EventFormat? Event(ReadOnlySpan<byte> text)
    {
        string? name = null;
        int id = -1;
        string all = Encoding.UTF8.GetString(text);
        foreach (ReadOnlySpan<char> line in all.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("name:"))
            {
                name ??= line["name:".Length..].Trim().ToString();
            }
            else if (line.StartsWith("ID:") && id < 0)
            {
                id = Number(line["ID:".Length..]) ?? -1;
            }
        }

        return name is { Length: > 0 } && name.All(c => c is > ' ' and < (char)0x7f) && id is >= 0 and <= ushort.MaxValue ? new EventFormat(name, id, Fields(all)) : null;
    }

    /// <summary>Reads the fields of any description; lines that are no field, or whose numbers make no sense, are passed over.</summary>
    public static IReadOnlyList<FormatField> Fields(string text)
    {
        var fields = new List<FormatField>();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            // The print format may hold the word, too, but not at the start of a line.
            ReadOnlySpan<char> trimmed = line.TrimStart();
            if (trimmed.StartsWith("print fmt:"))
            {
                break;
            }

            if (trimmed.StartsWith("field:") && Field(trimmed["field:".Length..]) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private static FormatField? Field(ReadOnlySpan<char> line)
    {
        int end = line.IndexOf(';');
        if (end < 0 || Value(line, "offset:") is not { } offset || Value(line, "size:") is not { } size || (long)offset + size > MaxFieldEnd)
        {
            return null;
        }

        ReadOnlySpan<char> declaration = line[..end].Trim();
        FieldLocation location = declaration.StartsWith("__data_loc ") ? FieldLocation.FromRecordStart
            : declaration.StartsWith("__rel_loc ") ? FieldLocation.FromFieldEnd
            : FieldLocation.Inline;
        ReadOnlySpan<char> name = declaration;
        if (name.EndsWith("]") && name.LastIndexOf('[') is >= 0 and int bracket)
        {
            name = name[..bracket].TrimEnd();
        }

        name = name[(name.LastIndexOfAny(' ', '*') + 1)..];
        return new FormatField(name.ToString(), offset, size, Value(line, "signed:") == 1, location);
    }

    private static int? Value(ReadOnlySpan<char> line, string key)
    {
        // Behind the declaration: a field may be called like the key.
        int at = line.LastIndexOf(key);
        return at < 0 ? null : Number(line[(at + key.Length)..]);
    }

    private static int? Number(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(';');
        return int.TryParse(end < 0 ? text : text[..end], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }
}
