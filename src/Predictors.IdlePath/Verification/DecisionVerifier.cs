using System.Reflection;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Gives recorded steps to one predictor per vCPU and compares the windows.</summary>
internal abstract class DecisionVerifier
{
    /// <summary>Closes the verifier over the struct that the factory makes.</summary>
    public static DecisionVerifier For(IPredictorFactory factory, ParameterValues values, string placeUnit)
    {
        Type made = factory.GetType().GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>))
            ?? throw new ArgumentException(
                $"The factory of '{factory.Description.Name}' makes nothing: it must implement IPredictorFactory<TPredictor>.", nameof(factory));
        Type closed = typeof(DecisionVerifier<>).MakeGenericType(made.GetGenericArguments());
        return (DecisionVerifier)Activator.CreateInstance(
            closed, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, [factory, values, placeUnit], null)!;
    }

    /// <summary>Takes the next step of a vCPU.</summary>
    /// <param name="step">The step.</param>
    /// <param name="approximate">Whether its input is only about right: a difference must then not bring on others.</param>
    public abstract void Take(in RecordedStep step, bool approximate);

    /// <summary>Sums up.</summary>
    public abstract VerificationResult End();
}
