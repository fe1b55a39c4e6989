using Predictors.Abstractions;

namespace Predictors.Plugins.KvmHaltPoll;

/// <summary>Makes <c>kvm-halt-poll</c>: the rule of KVM's host halt polling, for the host's place or the guest's.</summary>
public sealed class KvmHaltPollFactory : IPredictorFactory<KvmHaltPollPredictor>
{
    private static readonly DurationParameter s_max =
        new("max", "The cap of the window; halts that last longer shrink it, and 0 switches polling off.", defaultNs: 200_000, maxNs: uint.MaxValue)
        {
            // A virtual machine's own cap goes before the module's.
            KernelNames = ["cap_halt_poll", "halt_poll_ns"],
        };

    private static readonly IntegerParameter s_grow =
        new("grow", "The window is multiplied by this when it grows; 0 leaves it as it is.", defaultValue: 2, min: 0, max: uint.MaxValue)
        {
            KernelNames = ["halt_poll_ns_grow"],
        };

    private static readonly DurationParameter s_growStart =
        new("grow-start", "The least window after growing; a window that shrinks below it becomes 0.", defaultNs: 10_000, maxNs: uint.MaxValue)
        {
            KernelNames = ["halt_poll_ns_grow_start"],
        };

    private static readonly IntegerParameter s_shrink =
        new("shrink", "The window is divided by this when it shrinks; 0, the default of kernels before 6.11, sets it to 0.", defaultValue: 2, min: 0, max: uint.MaxValue)
        {
            KernelNames = ["halt_poll_ns_shrink"],
        };

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("kvm-halt-poll", "KVM's host halt polling; in the guest's place the same rule on the guest's idle periods.", s_max, s_grow, s_growStart, s_shrink)
        {
            AppliedBy = new KernelModule(
                "kvm",
                KernelPlace.Host,
                new ModuleParameter(s_max, "halt_poll_ns"),
                new ModuleParameter(s_grow, "halt_poll_ns_grow"),
                new ModuleParameter(s_growStart, "halt_poll_ns_grow_start"),
                new ModuleParameter(s_shrink, "halt_poll_ns_shrink"))
            {
                Capabilities = [new VirtualMachineCapability(s_max, "KVM_CAP_HALT_POLL")],
                Conditions =
                [
                    "A guest that polls by itself with the cpuidle driver haltpoll switches the host's polling off for its vCPUs.",
                    "A virtual machine with a cap of its own (KVM_CAP_HALT_POLL) does not follow the module's halt_poll_ns; on kernels from 2020 to "
                    + "the end of 2022 no running virtual machine follows a change of it.",
                ],
            },
        };

    /// <inheritdoc/>
    public KvmHaltPollPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new KvmHaltPollPredictor(
            (uint)values.Get(s_max), (uint)values.Get(s_grow), (uint)values.Get(s_growStart), (uint)values.Get(s_shrink));
    }
}
