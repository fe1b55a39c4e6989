namespace Predictors.Traces.Readers;

/// <summary>Why a guest exits to KVM.</summary>
internal static class KvmExitReasons
{
    /// <summary>Stands for arm64 in place of an instruction set's number.</summary>
    public const long Arm = 0;

    private const long Vmx = 1;
    private const long Svm = 2;
    private const long VmxHalt = 12;
    private const long SvmHalt = 0x78;
    private const long ArmWaitFor = 1;
    private const long ReasonMask = 0xffff;

    /// <summary>Whether a reason is that the guest halts.</summary>
    /// <param name="reason">The reason, or arm64's exception class.</param>
    /// <param name="isa">The field <c>isa</c>, or <see cref="Arm"/>.</param>
    public static bool Halts(long reason, long isa) => isa switch
    {
        Vmx => (reason & ReasonMask) == VmxHalt,
        Svm => reason == SvmHalt,
        Arm => reason == ArmWaitFor,
        _ => false,
    };
}
