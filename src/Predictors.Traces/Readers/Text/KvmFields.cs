namespace Predictors.Traces.Readers.Text;

/// <summary>Reads the text of KVM's events.</summary>
internal static class KvmFields
{
    /// <summary>Reads what the event's kind asks for.</summary>
    /// <returns>Whether the text was understood.</returns>
    public static bool Read(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        switch (e.Kind)
        {
            case KernelEventKind.KvmExit:
                e.A = Vcpu(text);
                return TryReason(text, out e.B);
            case KernelEventKind.KvmEntry:
                e.A = Vcpu(text);
                return true;
            case KernelEventKind.KvmHalt:
                return TryHalt(text, ref e);
            default:
                return TryAccept(text, ref e);
        }
    }

    // "vcpu 0 reason HLT ...", "vcpu 0, rip 0x..."; raw "vcpu_id=0"; older kernels and arm64 do not tell.
    private static long Vcpu(ReadOnlySpan<byte> text) =>
        (Fields.TryNumber(text, "vcpu "u8, out long vcpu) || Fields.TryNumber(text, "vcpu_id="u8, out vcpu)) && vcpu is >= 0 and <= TraceLimits.MaxVcpu
            ? vcpu
            : -1;

    // "reason HLT rip ...", AMD "reason hlt ..."; raw "exit_reason=0xc ... isa=1"; arm64 "TRAP: HSR_EC: 0x0001 (WFx), PC: ...", "IRQ: ...".
    private static bool TryReason(ReadOnlySpan<byte> text, out long halts)
    {
        if (Fields.TryFind(text, "reason "u8, out ReadOnlySpan<byte> reason))
        {
            int end = reason.IndexOf((byte)' ');
            reason = end < 0 ? reason : reason[..end];
            halts = reason.SequenceEqual("HLT"u8) || reason.SequenceEqual("hlt"u8) ? 1 : 0;
            return true;
        }

        if (Fields.TryNumber(text, "exit_reason="u8, out long number))
        {
            Fields.TryNumber(text, "isa="u8, out long isa);
            halts = KvmExitReasons.Halts(number, isa) ? 1 : 0;
            return true;
        }

        bool arm = Fields.TryNumber(text, "HSR_EC: "u8, out long exceptionClass) || Fields.TryNumber(text, "esr_ec="u8, out exceptionClass);
        halts = arm && KvmExitReasons.Halts(exceptionClass, KvmExitReasons.Arm) ? 1 : 0;
        return arm || text.StartsWith("IRQ"u8);
    }

    // "guest executed wfi at: 0x...", or wfe, which does not halt; raw "is_wfe=0".
    private static bool TryHalt(ReadOnlySpan<byte> text, ref KernelEvent e)
    {
        if (Fields.TryNumber(text, "is_wfe="u8, out long wfe))
        {
            e.Kind = wfe == 0 ? e.Kind : KernelEventKind.Other;
            return true;
        }

        bool halts = text.IndexOf("executed wfi"u8) >= 0;
        e.Kind = halts ? e.Kind : KernelEventKind.Other;
        return halts || text.IndexOf("executed wfe"u8) >= 0;
    }

    // "apicid 0 vec 236 (Fixed|edge)"; raw "apicid=0 dm=0 tm=0 vec=236".
    private static bool TryAccept(ReadOnlySpan<byte> text, ref KernelEvent e) =>
        (Fields.TryNumber(text, "apicid "u8, out e.A) & Fields.TryNumber(text, "vec "u8, out e.B))
        || (Fields.TryNumber(text, "apicid="u8, out e.A) & Fields.TryNumber(text, "vec="u8, out e.B));
}
