namespace Predictors.Traces.Readers.Text;

/// <summary>
/// Reads the scheduler's events. A task's name is up to 15 bytes of anything, so the values are found from words that
/// are too long to stand inside a name.
/// </summary>
internal static class SchedFields
{
    /// <summary>
    /// <c>prev_comm=A prev_pid=1 prev_prio=120 prev_state=R ==> next_comm=B next_pid=2 next_prio=120</c>, or as
    /// trace-cmd's plugin writes it, <c>A:1 [120] R ==> B:2 [120]</c>.
    /// </summary>
    public static bool TrySwitch(ReadOnlySpan<byte> text, out long prevPid, out long nextPid)
    {
        nextPid = 0;
        return (TryPidBehind(text, " prev_pid="u8, " prev_prio="u8, fromRight: false, out prevPid)
                && TryPidBehind(text, " next_pid="u8, " next_prio="u8, fromRight: true, out nextPid))
            || TryPluginSwitch(text, out prevPid, out nextPid);
    }

    /// <summary>
    /// <c>comm=A pid=1 prio=120 [success=1] target_cpu=002</c>, or as trace-cmd's plugin writes it,
    /// <c>A:1 [120] [success=1] [CPU:002]</c>.
    /// </summary>
    /// <param name="text">The event's text.</param>
    /// <param name="pid">The task.</param>
    /// <param name="cpu">The CPU; -1 where it is not there.</param>
    /// <param name="woken">False where the text says that the task ran already (kernels up to 4.2).</param>
    public static bool TryWakeup(ReadOnlySpan<byte> text, out long pid, out long cpu, out bool woken)
    {
        cpu = -1;
        int target = text.LastIndexOf(" target_cpu="u8);
        woken = text.LastIndexOf(" success=0 "u8) is var success && (success < 0 || success > target);
        if (target >= 0
            && TryPidBehind(text[..target], " pid="u8, " prio="u8, fromRight: true, out pid)
            && Fields.TryNumber(text[(target + " target_cpu="u8.Length)..], out cpu))
        {
            return true;
        }

        return TryPluginWakeup(text, out pid, out cpu, out woken);
    }

    private static bool TryPidBehind(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, ReadOnlySpan<byte> next, bool fromRight, out long pid)
    {
        ReadOnlySpan<byte> rest = text;
        int at;
        while ((at = fromRight ? rest.LastIndexOf(key) : rest.IndexOf(key)) >= 0)
        {
            ReadOnlySpan<byte> value = (fromRight ? text : rest)[(at + key.Length)..];
            int digits = 0;
            if (Columns.TryNumber(value, ref digits, out pid) && value[digits..].StartsWith(next))
            {
                return pid <= int.MaxValue;
            }

            rest = fromRight ? rest[..at] : value;
        }

        pid = 0;
        return false;
    }

    private static bool TryPluginSwitch(ReadOnlySpan<byte> text, out long prevPid, out long nextPid)
    {
        prevPid = 0;
        if (!TryTaskBeforePriority(text.TrimEnd((byte)' '), out nextPid))
        {
            return false;
        }

        for (int end = text.Length; (end = text[..end].LastIndexOf(" ==> "u8)) >= 0;)
        {
            int state = text[..end].LastIndexOf((byte)' ');
            if (state > 0 && TryTaskBeforePriority(text[..state], out prevPid))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryPluginWakeup(ReadOnlySpan<byte> text, out long pid, out long cpu, out bool woken)
    {
        cpu = -1;
        text = text.TrimEnd((byte)' ');
        int column = text.LastIndexOf(" CPU:"u8);
        if (column >= 0 && !text[(column + 1)..].Contains((byte)' ') && Fields.TryNumber(text[(column + 5)..], out cpu))
        {
            text = text[..column];
        }

        woken = !text.EndsWith(" success=0"u8);
        text = !woken || text.EndsWith(" success=1"u8) ? text[..^" success=1"u8.Length] : text;
        return TryTaskBeforePriority(text, out pid);
    }

    // "A:1 [120]", read from the right: the name is everything before the last colon.
    private static bool TryTaskBeforePriority(ReadOnlySpan<byte> text, out long pid)
    {
        pid = 0;
        int bracket = text.EndsWith("]"u8) ? text.LastIndexOf(" ["u8) : -1;
        int colon = bracket < 0 ? -1 : text[..bracket].LastIndexOf((byte)':');
        if (colon < 0)
        {
            return false;
        }

        int at = colon + 1;
        return Columns.TryNumber(text, ref at, out pid) && at == bracket && pid <= int.MaxValue;
    }
}
