namespace Predictors.Traces;

/// <summary>A vCPU and the thread of the host that runs it.</summary>
/// <param name="Vcpu">The vCPU: the number that KVM gives it, or the thread's place among those of its guest where not all are told.</param>
/// <param name="Thread">The thread (pid).</param>
public readonly record struct GuestThread(int Vcpu, int Thread);
