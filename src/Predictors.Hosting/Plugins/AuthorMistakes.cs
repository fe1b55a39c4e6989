using System.Reflection;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>The usual mistakes of a plugin's author that compile, each with what to do instead.</summary>
internal static class AuthorMistakes
{
    private const BindingFlags StaticFields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Why a plugin brings no predictor.</summary>
    /// <param name="types">The plugin's types.</param>
    /// <returns>The nearest that it has to one, and what is missing.</returns>
    public static string WhyNothing(IReadOnlyList<Type> types)
    {
        const string Missing = "no public class in it implements IPredictorFactory<TPredictor>";
        if (types.FirstOrDefault(IsFactory) is { } hidden)
        {
            return $"{Missing}; {hidden.FullName} does, but {(hidden.IsAbstract ? "is abstract" : "is not public")}";
        }

        return types.FirstOrDefault(t => typeof(IIdlePredictor).IsAssignableFrom(t)) switch
        {
            null => Missing,
            { IsValueType: true } rule => $"{Missing}; {rule.FullName} is a predictor: add a public IPredictorFactory<{rule.Name}>, which names and makes it",
            { } rule => $"{Missing}; {rule.FullName} is a class: make it a struct and add a public IPredictorFactory<{rule.Name}>, or give it to "
                + "a factory of ClassPredictor as new ClassPredictor(...), which is slower",
        };
    }

    /// <summary>Why a predictor's state would not be its own.</summary>
    /// <param name="predictor">The predictor's type.</param>
    /// <returns>The field that all instances share; null where there is none.</returns>
    public static string? SharedState(Type predictor) =>
        predictor.GetFields(StaticFields).FirstOrDefault(f => !f.IsLiteral && !f.IsInitOnly) is { } field
            ? $"{predictor.FullName}.{field.Name} is a static field that can change: all vCPUs and all runs would share it, and results would depend on "
                + "threads; make it a field of the instance"
            : null;

    private static bool IsFactory(Type type) =>
        type.IsClass && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>));
}
