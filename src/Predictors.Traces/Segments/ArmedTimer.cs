namespace Predictors.Traces;

/// <summary>A timer that is armed.</summary>
/// <param name="ExpiresNs">For when, in ns.</param>
/// <param name="Version">Grows with every arming, so that an older one can be told apart.</param>
/// <param name="Vcpu">Where it was armed.</param>
/// <param name="ArmedNs">When it was armed, in ns.</param>
/// <param name="Relative">Whether it was armed for a length of time rather than for an instant.</param>
internal readonly record struct ArmedTimer(long ExpiresNs, long Version, int Vcpu, long ArmedNs, bool Relative)
{
    /// <summary>No timer, or one that was not seen being armed.</summary>
    public static ArmedTimer None => new(-1, 0, -1, -1, false);

    /// <summary>From the arming to the expiry, in ns; -1 where it was not seen being armed.</summary>
    public long LengthNs => Vcpu < 0 ? -1 : Math.Max(0, ExpiresNs - ArmedNs);
}
