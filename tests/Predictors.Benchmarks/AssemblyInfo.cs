using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.IdlePath.Tests")]
