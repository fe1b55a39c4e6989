namespace Predictors.Abstractions;

/// <summary>
/// A predictor that follows a kernel's rule and can tell the value that this kernel writes into its trace, so that
/// <c>predictors verify</c> can hold one against the other.
/// </summary>
/// <remarks>Needed only where the traced value is not the window that the next idle entry uses (KVM clamps it then).</remarks>
public interface ITracedWindow
{
    /// <summary>The window as the kernel traces it after the last <see cref="IIdlePredictor.Observe"/>, in ns.</summary>
    long TracedWindowNs { get; }
}
