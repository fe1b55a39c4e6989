namespace Predictors.Cli;

/// <summary>The command was not given as it must be. The message says what is wrong and what would be right.</summary>
/// <param name="message">The message, in a sentence.</param>
internal sealed class UsageException(string message) : Exception(message);
