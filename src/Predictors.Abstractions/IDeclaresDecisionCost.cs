namespace Predictors.Abstractions;

/// <summary>
/// A factory whose predictor takes noticeable time to decide. The host books that time as CPU waste and wake-up latency.
/// </summary>
public interface IDeclaresDecisionCost
{
    /// <summary>What one decision costs on the vCPU, prediction and learning together.</summary>
    /// <param name="values">The values of the parameters.</param>
    /// <returns>The cost in ns, 0 or more, as measured by the predictor's author.</returns>
    long DecisionCostNs(ParameterValues values);
}
