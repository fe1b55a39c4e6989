namespace Predictors.Abstractions;

/// <summary>A factory whose predictor weighs what the machine and the exchange rate make of its decisions.</summary>
/// <typeparam name="TPredictor">The predictor, as for <see cref="IPredictorFactory{TPredictor}"/>.</typeparam>
/// <remarks>
/// The host calls this <c>Create</c> for the predictor in the guest. In the host's place, and wherever there is no machine (such as when decisions
/// are verified), it calls the one of <see cref="IPredictorFactory{TPredictor}"/>. May be called from several threads at once.
/// </remarks>
public interface IConditionedPredictorFactory<TPredictor> : IPredictorFactory<TPredictor>
    where TPredictor : struct, IIdlePredictor
{
    /// <summary>Makes the predictor of one vCPU in its initial state.</summary>
    /// <param name="values">The values of the parameters that <see cref="IPredictorFactory.Description"/> declares.</param>
    /// <param name="vcpu">The vCPU: 0 or more.</param>
    /// <param name="conditions">The exchange rate and the machine.</param>
    /// <returns>A predictor that shares no mutable state with any other.</returns>
    TPredictor Create(ParameterValues values, int vcpu, RunConditions conditions);
}
