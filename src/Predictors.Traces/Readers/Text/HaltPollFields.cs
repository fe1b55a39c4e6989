namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the events that show a halt-polling rule at work, in the guest or in KVM.</summary>
internal static class HaltPollFields
{
    /// <summary>Reads the text of one event.</summary>
    /// <param name="text">What stands behind the event's name.</param>
    /// <param name="e">The event, its kind set; a probe that bears the name of one of ours becomes any other event.</param>
    /// <returns>Whether the text was understood.</returns>
    public static LineResult Read(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        switch (e.Kind)
        {
            case KernelEventKind.GuestHaltPollNs or KernelEventKind.KvmHaltPollNs:
                return TryDecision(text, ref e) ? LineResult.Event : LineResult.Unparsed;
            case KernelEventKind.KvmVcpuWakeup:
                return TryVcpuWakeup(text, ref e) && e.A >= 0 ? LineResult.Event : LineResult.Unparsed;
            case KernelEventKind.KvmMsrWrite:
                return MsrWrite(text, ref e);
            case KernelEventKind.GovernorSelectIn:
                return Probe(text, "last_state_idx="u8, "poll_limit_ns="u8, "flags="u8, ref e);
            default:
                return Probe(text, "index="u8, "last_residency_ns="u8, "poll_limit_ns="u8, ref e);
        }
    }

    // "[vcpu 0: ]halt_poll_ns 40000 (grow 20000)", or raw "grow=1 [vcpu_id=0] new=40000 old=20000".
    private static bool TryDecision(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        if (Fields.TryNumber(text, "grow="u8, out e.C))
        {
            return Fields.TryNumber(text, "new="u8, out e.A) & Fields.TryNumber(text, "old="u8, out e.B);
        }

        bool grow = Fields.TryNumber(text, "(grow "u8, out e.B);
        e.C = grow ? 1 : 0;
        return (grow || Fields.TryNumber(text, "(shrink "u8, out e.B)) && Fields.TryNumber(text, "halt_poll_ns "u8, out e.A);
    }

    // "wait time 67649 ns, polling valid", or raw "ns=67649 waited=1 valid=1".
    private static bool TryVcpuWakeup(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        if (Fields.TryNumber(text, "ns="u8, out e.A))
        {
            return Fields.TryNumber(text, "waited="u8, out e.B) & Fields.TryNumber(text, "valid="u8, out e.C);
        }

        e.B = text.StartsWith("wait "u8) ? 1 : 0;
        e.C = text.IndexOf("polling valid"u8) >= 0 ? 1 : 0;
        return (e.B == 1 || text.StartsWith("poll "u8)) && Fields.TryNumber(text, "time "u8, out e.A);
    }

    private static LineResult MsrWrite(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        if (!text.StartsWith("msr_write "u8))
        {
            e.Kind = KernelEventKind.Other;
            return LineResult.Event;
        }

        return Fields.TryHex(text, "msr_write "u8, out e.A) & Fields.TryHex(text, "= "u8, out e.B) ? LineResult.Event : LineResult.Unparsed;
    }

    private static LineResult Probe(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ref KernelEvent e)
    {
        if (!(Fields.TryNumber(text, first, out e.A) & Fields.TryNumber(text, second, out e.B) & Fields.TryNumber(text, third, out e.C)))
        {
            e.Kind = KernelEventKind.Other;
            (e.A, e.B, e.C) = (0, 0, 0);
        }

        return LineResult.Event;
    }
}
