namespace Predictors.Traces.Readers.Text;

/// <summary>
/// The lines of <c>babeltrace2</c> for kernel traces of LTTng: <c>[time] (+difference) host name: { cpu_id = N }, { ... }</c>, of which
/// difference and host may be missing. The first group is the packet's, the last one the event's own, those between are contexts.
/// </summary>
internal static class BabeltraceLine
{
    private const long NsPerSecond = 1_000_000_000;
    private const long SecondsPerDay = 86_400;
    private const int MaxSecondDigits = 10;

    private static ReadOnlySpan<byte> BeforeGroups => ": {"u8;

    /// <summary>Reads the columns of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="e">The columns.</param>
    /// <returns>Whether it is an event's.</returns>
    public static LineResult Parse(ReadOnlySpan<byte> line, out EventLine e)
    {
        e = default;
        e.Pid = Marks.NoTask;
        int at = 1;
        if (!Columns.Is(line, 0, '[') || !TryTime(line, ref at, out e.Time, out e.Form))
        {
            return LineResult.Unparsed;
        }

        at = SkipDifference(line, Columns.SkipBlanks(line, at));
        int groups = line[Math.Min(at, line.Length)..].IndexOf(BeforeGroups);
        if (groups <= 0)
        {
            return LineResult.Unparsed;
        }

        ReadOnlySpan<byte> hostAndName = line.Slice(at, groups);
        e.NameStart = at + hostAndName.LastIndexOf((byte)' ') + 1;
        e.NameEnd = at + groups;

        // perf's own traces name the system, too.
        int system = line[e.NameStart..e.NameEnd].LastIndexOf((byte)':');
        e.NameStart += system + 1;
        if (e.NameStart == e.NameEnd || line[e.NameStart..e.NameEnd].ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            return LineResult.Unparsed;
        }

        return ReadGroups(line, at + groups + BeforeGroups.Length - 1, ref e);
    }

    private static LineResult ReadGroups(ReadOnlySpan<byte> line, int at, ref EventLine e)
    {
        long cpu = -1;
        for (int group = 0; ; group++)
        {
            int end = GroupFields.EndOf(line, at);
            if (end < 0)
            {
                return LineResult.Unparsed;
            }

            e.TextStart = at;
            bool last = end == line.Length;
            var fields = new GroupFields(line[at..end]);
            while ((group == 0 || !last) && fields.TryNext())
            {
                if (group == 0 && fields.Key.SequenceEqual("cpu_id"u8))
                {
                    cpu = Fields.TryNumber(fields.Value, out long number) ? number : -1;
                }
                else if (group > 0 && IsTask(fields.Key) && Fields.TryNumber(fields.Value, out long task) && task is >= 0 and <= int.MaxValue)
                {
                    e.Pid = (int)task;
                }
            }

            if (last)
            {
                break;
            }

            at = Columns.SkipBlanks(line, end + 1);
            if (!Columns.Is(line, end, ',') || !Columns.Is(line, at, '{'))
            {
                return LineResult.Unparsed;
            }
        }

        e.Cpu = (int)Math.Min(cpu, int.MaxValue);
        return cpu < 0 ? LineResult.Unparsed : Columns.Check(cpu, e.Time);
    }

    private static bool IsTask(ReadOnlySpan<byte> key) => key.SequenceEqual("tid"u8) || key.SequenceEqual("perf_tid"u8);

    // "1412670961.211260539]", "08:36:01.211260539]" or "2014-10-07 08:36:01.211260539]".
    private static bool TryTime(ReadOnlySpan<byte> line, ref int at, out long time, out TimeForm form)
    {
        form = TimeForm.Seconds;
        int start = at;
        if (!Columns.TryNumber(line, ref at, out time))
        {
            return false;
        }

        int digits = at - start;
        long days = 0;
        if (Columns.Is(line, at, '-'))
        {
            if (!TryDate(line, time, ref at, out days) || !Columns.Is(line, at++, ' ') || !Columns.TryNumber(line, ref at, out time))
            {
                return false;
            }

            digits = 0;
        }

        if (Columns.Is(line, at, ':'))
        {
            if (!TryPart(line, ':', ref at, out long minutes) || !TryPart(line, ':', ref at, out long seconds) || time > 23 || minutes > 59 || seconds > 60)
            {
                return false;
            }

            form = days == 0 ? TimeForm.TimeOfDay : TimeForm.Seconds;
            time = (days * SecondsPerDay) + (time * 3600) + (minutes * 60) + seconds;
        }

        int decimals = at + 1;
        if (digits > MaxSecondDigits || !TryPart(line, '.', ref at, out long fraction) || at - decimals != 9)
        {
            return false;
        }

        time = (time * NsPerSecond) + fraction;
        return Columns.Is(line, at++, ']') && time >= 0;
    }

    private static bool TryDate(ReadOnlySpan<byte> line, long year, ref int at, out long days)
    {
        days = 0;
        if (!TryPart(line, '-', ref at, out long month) || !TryPart(line, '-', ref at, out long day)
            || year is < 1970 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, (int)month))
        {
            return false;
        }

        days = (new DateTime((int)year, (int)month, (int)day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Days;
        return true;
    }

    private static bool TryPart(ReadOnlySpan<byte> line, char sign, ref int at, out long value)
    {
        value = 0;
        return Columns.Is(line, at++, sign) && Columns.TryNumber(line, ref at, out value);
    }

    // "(+0.000014700) ", or "(+?.?????????) " on the first line.
    private static int SkipDifference(ReadOnlySpan<byte> line, int at)
    {
        int end = Columns.Is(line, at, '(') ? line[at..].IndexOf((byte)')') : -1;
        return end < 0 ? at : Columns.SkipBlanks(line, at + end + 1);
    }
}
