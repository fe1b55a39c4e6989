namespace Predictors.Traces;

/// <summary>Which vCPU caused a wake-up, and when.</summary>
/// <param name="Vcpu">The vCPU, or -1 where none is known.</param>
/// <param name="TimeNs">The instant on the trace's clock, in ns, or -1.</param>
internal readonly record struct Waker(int Vcpu, long TimeNs)
{
    public static Waker None => new(-1, -1);

    public bool Known => Vcpu >= 0;
}
