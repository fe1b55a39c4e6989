namespace Predictors.Traces;

/// <summary>A timer that is armed.</summary>
/// <param name="ExpiresNs">For when, in ns.</param>
/// <param name="Version">Grows with every arming, so that an older one can be told apart.</param>
internal readonly record struct ArmedTimer(long ExpiresNs, long Version);
