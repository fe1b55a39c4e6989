using Predictors.Traces.Readers.Binary.Formats;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>The header of a ring buffer's page, which differs with the kernel's word size.</summary>
/// <param name="TimeOffset">Where the page's time stands, 64 bits.</param>
/// <param name="CommitOffset">Where the number of used bytes stands, with flags.</param>
/// <param name="WordBytes">The kernel's word: 4 or 8 bytes.</param>
/// <param name="DataOffset">Where the records begin.</param>
internal readonly record struct RingPageLayout(int TimeOffset, int CommitOffset, int WordBytes, int DataOffset)
{
    /// <summary>The shortest page that can be.</summary>
    public const int MinPageBytes = 256;

    /// <summary>The longest page that is read.</summary>
    public const int MaxPageBytes = 4 << 20;

    /// <summary>Takes the layout from the description of the header.</summary>
    /// <exception cref="TraceFormatException">The description is not understood.</exception>
    public static RingPageLayout Of(IReadOnlyList<FormatField> fields, FileBytes file)
    {
        FormatField time = Find("timestamp");
        FormatField commit = Find("commit");
        FormatField data = Find("data");
        return time.Size == sizeof(ulong) && commit.Size is 4 or 8
            && Math.Max(time.End, commit.End) <= data.Offset
            && data.Offset <= MinPageBytes / 2
            ? new RingPageLayout(time.Offset, commit.Offset, commit.Size, data.Offset)
            : throw Unknown();

        FormatField Find(string name)
        {
            foreach (FormatField field in fields)
            {
                if (field.Name == name)
                {
                    return field;
                }
            }

            throw Unknown();
        }

        TraceFormatException Unknown() =>
            new(file.Path, null, "The description of the ring buffer's pages (header_page) is not understood: the file is damaged.");
    }
}
