namespace Predictors.Abstractions;

/// <summary>Makes the predictors of one kind, one per vCPU, from validated parameters.</summary>
/// <typeparam name="TPredictor">
/// The predictor. A class comes in as <see cref="ClassPredictor"/>: <c>new ClassPredictor(new MyPredictor())</c>.
/// </typeparam>
/// <remarks>
/// The host finds every public, concrete class of a plugin that implements this interface and constructs it through
/// dependency injection. <see cref="Create"/> may be called from several threads at once.
/// </remarks>
public interface IPredictorFactory<TPredictor> : IPredictorFactory
    where TPredictor : struct, IIdlePredictor
{
    /// <summary>Makes the predictor of one vCPU in its initial state.</summary>
    /// <param name="values">The values of the parameters that <see cref="IPredictorFactory.Description"/> declares.</param>
    /// <param name="vcpu">The vCPU: 0 or more.</param>
    /// <returns>A predictor that shares no mutable state with any other.</returns>
    TPredictor Create(ParameterValues values, int vcpu);
}
