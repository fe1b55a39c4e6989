namespace Predictors.Cli;

/// <summary>Says in one line that the command itself is at fault.</summary>
internal static class InternalError
{
    /// <summary>The variable of the environment that asks for all that is known.</summary>
    public const string DetailsVariable = "PREDICTORS_DETAILS";

    /// <summary>What is written to standard error.</summary>
    /// <param name="error">What nobody expected.</param>
    /// <returns>One line; all that is known where <see cref="DetailsVariable"/> is 1.</returns>
    public static string Text(Exception error)
    {
        if (Environment.GetEnvironmentVariable(DetailsVariable) == "1")
        {
            return $"predictors: internal error: {error}";
        }

        Exception cause = error is AggregateException { InnerException: { } inner } ? inner : error;
        string message = cause.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return $"predictors: internal error: {cause.GetType().Name}: {message}. Please report it with the command line and what {DetailsVariable}=1 shows.";
    }
}
